import { documentFormat, type ReferentielDocument } from '../engine/document/document.schema.ts'
import { blankTexts } from '../texts/blank-texts.ts'

/** A word as a code: without accents, in lower case, hyphens for what is no letter. */
const codeOf = (word: string): string =>
  word
    .normalize('NFD')
    .replaceAll(/\p{M}/gu, '')
    .replaceAll('œ', 'oe')
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-+|-+$/g, '')
    .slice(0, 40) || 'niveau'

type Blank = { readonly id: string; readonly title: string; readonly levels?: readonly string[] | undefined }

/** The least that a référentiel can be: one element of each level, the last one rated on a scale of five. */
export const blankDocument = ({ id, title, levels = blankTexts.levels }: Blank): ReferentielDocument => {
  const taken = new Set<string>()
  const kinds = levels.map((label, index) => {
    const stem = codeOf(label)
    const code = taken.has(stem) ? `${stem}-${index + 1}` : stem
    taken.add(code)
    return { code, label, ...(index === levels.length - 1 && { assessable: true }) }
  })
  const [first] = kinds
  const codes = kinds.map((_, index) => Array.from({ length: index + 1 }, () => '1').join('.'))
  return {
    format: documentFormat,
    id,
    version: '1.0.0',
    title,
    kinds,
    scales: [{ code: 'niveaux', label: blankTexts.scale, values: blankTexts.values.map((label, index) => ({ code: String(index + 1), label, score: index + 1 })) }],
    nodes: kinds.map(({ code: kind, label }, index) => ({
      code: codes[index] ?? '1',
      ...(index > 0 && { parent: codes[index - 1] }),
      kind,
      number: codes[index] ?? '1',
      title: blankTexts.first(label),
      ...(index === kinds.length - 1 && { rating: 'niveaux' }),
    })),
    ...(first !== undefined && kinds.length > 1 && { presentation: { axes: [{ code: first.code, label: first.label, by: 'kind', value: first.code }] } }),
    scoring: {
      current: '1.0.0',
      rules: [{ rulesVersion: '1.0.0', aggregate: kinds.slice(0, -1).map(({ code }) => ({ kind: code, from: 'children' as const, method: 'weightedMean' as const })) }],
    },
  }
}
