/** The format told from its schema: for editors, and for people. */
export { formatFields } from '../reference/format-fields.ts'
export { formatJsonSchema } from '../reference/json-schema.ts'
export { referencePage } from '../reference/reference-page.ts'
export { columnsPage } from '../workbook/reference/columns-page.ts'
