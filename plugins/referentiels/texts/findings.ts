import type { Finding, FindingCode } from '../engine/findings/finding.ts'
import { expectedText } from './expected-texts.ts'
import { fieldTexts } from './field-texts.ts'
import { fileTexts } from './file-texts.ts'
import { meaningTexts } from './meaning-texts.ts'
import { fr } from './typography.ts'
import { studioWording, suggestionInStudio } from './studio/wording.ts'
import { versionTexts } from './version-texts.ts'
import { expectedInCell, workbookTexts } from './workbook-texts.ts'
import { workbookWording } from './workbook-wording.ts'

/** What the sentence of one code says, from the finding's own facts. */
export type FindingText = (finding: Finding) => string

/** One sentence per code, checked by the compiler: what is wrong, and what to do about it. */
const texts: Readonly<Record<FindingCode, FindingText>> = {
  ...fileTexts,
  ...fieldTexts,
  ...meaningTexts,
  ...versionTexts,
  ...workbookTexts,
}

/** Where a finding stands, as far as its sentence needs to know: a cell of a workbook has a sheet. */
export type SentencePlace = { readonly sheet?: string; readonly heading?: string }

/** What is wrong and how to mend it, in French, for whoever writes the référentiel; in a workbook by its own names. */
export const sentenceOf = (finding: Finding, place: SentencePlace = {}): string => {
  const inCell = place.sheet === undefined ? undefined : workbookWording(finding, place)
  const sentence = inCell ?? texts[finding.code](finding)
  return asksBack(finding) ? fr`${sentence} Vouliez-vous « ${finding.suggestion ?? ''} » ?` : sentence
}

/** The same for a draft in the studio, by the names of its fields. */
export const studioSentenceOf = (finding: Finding): string => {
  const sentence = studioWording(finding) ?? texts[finding.code](finding)
  return asksBack(finding) ? fr`${sentence} Vouliez-vous « ${suggestionInStudio(finding)} » ?` : sentence
}

/** Codes whose sentence says the suggestion itself. */
const selfSaid: ReadonlySet<FindingCode> = new Set([
  'FORMAT_INCONNU',
  'VERSION_FORMAT',
  'CODE_NOMBRE',
  'FORMULE',
  'VERSION_EXISTE',
  'VERSION_PUBLIEE',
  'VERSION_RECULE',
  'IDENTIFIANT_PRIS',
  'VERSION_INSUFFISANTE',
])

const asksBack = ({ suggestion, code }: Finding): boolean => suggestion !== undefined && !selfSaid.has(code)

/** What is expected, in French. */
export const expectedWords = ({ expected, parameters }: Finding, place: SentencePlace = {}): string => {
  if (typeof expected !== 'string') return (expected ?? []).join(', ')
  return (place.sheet === undefined ? undefined : expectedInCell(expected)) ?? expectedText(expected, parameters)
}
