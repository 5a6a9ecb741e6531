/** Référentiels as workbooks: nothing here needs Payload or a database. */
export { readWorkbook } from '../workbook/read/read-workbook.ts'
export { writeWorkbook } from '../workbook/write/write-workbook.ts'
export { CellTooLong } from '../workbook/write/render-workbook.ts'
export { annotateWorkbook } from '../workbook/annotate/annotate-workbook.ts'
export { templateWorkbook } from '../workbook/template/template-workbook.ts'
export type { Columns } from '../workbook/columns/columns-source.ts'
export { readPreset } from '../workbook/columns/read-preset.ts'
