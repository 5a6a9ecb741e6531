import type { Finding, FindingCode } from '../engine/findings/finding.ts'
import { expectedText } from './expected-texts.ts'
import { fieldTexts } from './field-texts.ts'
import { fileTexts } from './file-texts.ts'
import { meaningTexts } from './meaning-texts.ts'
import { fr } from './typography.ts'
import { versionTexts } from './version-texts.ts'

/** What the sentence of one code says, from the finding's own facts. */
export type FindingText = (finding: Finding) => string

/** One sentence per code, checked by the compiler: what is wrong, and what to do about it. */
const texts: Readonly<Record<FindingCode, FindingText>> = { ...fileTexts, ...fieldTexts, ...meaningTexts, ...versionTexts }

/** What is wrong and how to mend it, in French, for whoever writes the référentiel. */
export const sentenceOf = (finding: Finding): string => {
  const sentence = texts[finding.code](finding)
  return asksBack(finding) ? fr`${sentence} Vouliez-vous « ${finding.suggestion ?? ''} » ?` : sentence
}

/** Codes whose sentence says the suggestion itself. */
const selfSaid: ReadonlySet<FindingCode> = new Set([
  'FORMAT_INCONNU',
  'VERSION_FORMAT',
  'CODE_NOMBRE',
  'VERSION_EXISTE',
  'VERSION_PUBLIEE',
  'VERSION_RECULE',
  'VERSION_INSUFFISANTE',
])

const asksBack = ({ suggestion, code }: Finding): boolean => suggestion !== undefined && !selfSaid.has(code)

/** What is expected, in French. */
export const expectedWords = ({ expected, parameters }: Finding): string =>
  typeof expected === 'string' ? expectedText(expected, parameters) : (expected ?? []).join(', ')
