import type { Row } from '../model/draft.ts'
import { isNode } from '../model/draft.ts'
import { withoutAccents } from '../model/without-accents.ts'
import type { Facts, Option } from './facts.ts'
import { readText } from './facts.ts'

/** What a condition compares: the kind of its values, and the ones there are to choose from. */
export type Comparable = { readonly type: 'number' | 'boolean' | 'choice' | 'other'; readonly options: readonly Option[]; readonly holdsSeveral?: boolean }

/** Something that is answered: a question, or an element that is rated. */
export type Answerable = Option & Comparable

const numbers: ReadonlySet<unknown> = new Set(['number', 'percent', 'year', 'computed'])

const comparableOf = (type: unknown, options: readonly Option[] | undefined): Comparable => {
  if (options !== undefined && options.length > 0) return { type: 'choice', options }
  return { type: numbers.has(type) ? 'number' : type === 'boolean' ? 'boolean' : 'other', options: [] }
}

/** Null for an element that asks nothing itself. */
export const answerableOf = (row: Row, { scales, lists, language }: Facts): Answerable | null => {
  const levelsOf = (code: unknown) => scales.find(({ value }) => value === code)?.values
  const { code: value, data } = row
  if (isNode(row)) {
    const rating = data['rating']
    return rating === undefined ? null : { value, label: readText(data['title'], language), ...comparableOf('scale', levelsOf(rating)) }
  }
  const options = data['type'] === 'scale' ? levelsOf(data['scale']) : lists.find(({ value: list }) => list === data['list'])?.options
  return { value, label: readText(data['prompt'], language), ...comparableOf(data['type'], options), holdsSeveral: data['type'] === 'multi' }
}

/** The element or question of a code, where it can be answered. */
export const answerableNamed = (rows: ReadonlyMap<string, Row>, code: string, facts: Facts): Answerable | null => {
  for (const row of rows.values()) if (row.code === code) return answerableOf(row, facts)
  return null
}

/** As many as a list that unfolds can show: of thousands nobody reads on. */
const mostShown = 40

/** Those whose code begins, or whose words go on, like what is typed. */
export const answerablesLike = (rows: ReadonlyMap<string, Row>, typed: string, facts: Facts): readonly Option[] => {
  const wanted = withoutAccents(typed)
  const found: Option[] = []
  for (const row of rows.values()) {
    const one = answerableOf(row, facts)
    if (one === null || !(withoutAccents(one.value).startsWith(wanted) || withoutAccents(one.label).includes(wanted))) continue
    found.push({ value: one.value, label: one.label })
    if (found.length === mostShown) break
  }
  return found
}
