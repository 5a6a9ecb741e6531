import { columnsPageTexts as texts } from '../../texts/columns-page-texts.ts'
import { sheetTexts } from '../../texts/workbook-sheets.ts'
import { cellWords, wordsOf } from '../../texts/workbook-words.ts'
import type { Column, Sheet } from '../sheets/sheet.ts'
import { sheets } from '../sheets/sheets.ts'

/** The page of docs/ that says every sheet and column of a workbook, from their description. */
export const columnsPage = (): string => [texts.title, texts.written, texts.intro, ...sheets.map(sectionOf)].join('\n\n') + '\n'

const sectionOf = (sheet: Sheet): string => {
  const { name = sheet.id, purpose = '', columns } = sheetTexts[sheet.id] ?? {}
  const rows = sheet.columns.map((column) => {
    const [heading = column.id, help = ''] = columns?.[column.id] ?? []
    return `| ${nameOf(column, heading)} | ${contentOf(sheet, column)} | ${column.isRequired ? texts.required : ''} | ${help} |`
  })
  const title = `## ${name}${sheet.isRequired ? ` ${texts.neededSheet}` : ''}`
  const head = sheet.shape === 'fields' ? texts.fieldsHead : texts.columnsHead
  return [title, '', purpose, '', head, '|---|---|---|---|', ...rows].join('\n')
}

const nameOf = ({ isPrefix }: Column, heading: string): string => (isPrefix ? `${heading}…` : heading)

const contentOf = ({ id }: Sheet, column: Column): string => {
  const words = Object.values(wordsOf(id, column.id))
  if (words.length > 0) return words.join(' · ')
  switch (column.form) {
    case 'boolean':
      return `${cellWords.yes} · ${cellWords.no}`
    case 'none':
      return cellWords.none
    default:
      return texts.forms[column.form]
  }
}
