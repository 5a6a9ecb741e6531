import { joinList } from '../cell-list.ts'
import { isBlock } from '../sheets/block.ts'
import type { CellForm } from '../sheets/sheet.ts'
import { cellWords } from '../../texts/workbook-words.ts'

export type CellValue = string | number

type Cell = {
  readonly form: CellForm
  /** French word of each of the format's words. */
  readonly words: Readonly<Record<string, string>>
  /** Language of texts that name none. */
  readonly language: string
}

/** What a field holds, as cells by language; the language of a cell that has none is ''. */
export type WrittenCells = readonly { readonly language: string; readonly value: CellValue }[]

const one = (value: CellValue): WrittenCells => [{ language: '', value }]

const ofText = (value: unknown, language: string): ReadonlyMap<string, string> => {
  if (typeof value === 'string') return new Map([['', value]])
  if (!isBlock(value)) return new Map()
  return new Map(
    Object.entries(value).flatMap(([locale, words]): [string, string][] =>
      typeof words === 'string' ? [[locale === language ? '' : locale, words]] : [],
    ),
  )
}

const ofTexts = (value: readonly unknown[], language: string): WrittenCells => {
  const texts = value.map((text) => ofText(text, language))
  const languages = [...new Set(texts.flatMap((text) => [...text.keys()]))]
  return languages.map((each) => ({ language: each, value: joinAligned(texts.map((text) => text.get(each))) }))
}

/** A text that is missing in a language leaves its place empty. */
const joinAligned = (words: readonly (string | undefined)[]): string => words.map((word) => (word === undefined ? '' : joinList([word]))).join(' ; ')

const bare = (value: unknown): string => (typeof value === 'string' || typeof value === 'number' ? String(value) : '')

const ofValues = (value: unknown): string =>
  isBlock(value)
    ? Object.entries(value)
        .map(([old, now]) => (now === null ? `${old} =` : `${old} = ${bare(now)}`))
        .join(' ; ')
    : ''

/** The cells of one field; none where it is absent. */
export const writeCell = (value: unknown, { form, words, language }: Cell): WrittenCells => {
  if (value === undefined) return []
  const wordOf = (word: unknown): string => words[bare(word)] ?? bare(word)
  switch (form) {
    case 'text':
      return [...ofText(value, language)].map(([locale, text]) => ({ language: locale, value: text }))
    case 'texts':
      return Array.isArray(value) ? ofTexts(value, language) : []
    case 'codes':
      return Array.isArray(value) ? one(joinList(value.map(bare))) : []
    case 'words':
      return Array.isArray(value) ? one(joinList(value.map(wordOf))) : []
    case 'number':
      return typeof value === 'number' ? one(value) : []
    case 'score':
      return typeof value === 'number' ? one(value) : one(cellWords.notCounted)
    case 'boolean':
      return one(value === true ? cellWords.yes : cellWords.no)
    case 'word':
      return one(wordOf(value))
    case 'values':
      return one(ofValues(value))
    case 'none':
      return Array.isArray(value) && value.length === 0 ? one(cellWords.none) : []
    case 'code':
    case 'day':
      return one(bare(value))
  }
}
