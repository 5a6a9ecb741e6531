import { stringify } from 'yaml'

import type { ReferentielDocument } from '../engine/document/document.schema.ts'
import { writeWorkbook } from '../workbook/write/write-workbook.ts'
import type { ExportFormat } from './contract/library.ts'

const types: Readonly<Record<ExportFormat, string>> = {
  yaml: 'application/yaml; charset=utf-8',
  json: 'application/json; charset=utf-8',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
}

const contentIn = async (document: ReferentielDocument, format: ExportFormat): Promise<string | Uint8Array<ArrayBuffer>> => {
  // As an author would write it: nodes as they are shown, not by code.
  const inOrder = { ...document, nodes: document.nodes.toSorted((one, other) => (one.order ?? 0) - (other.order ?? 0)) }
  switch (format) {
    case 'yaml':
      return stringify(inOrder, { lineWidth: 120, aliasDuplicateObjects: false })
    case 'json':
      return `${JSON.stringify(inOrder, null, 2)}\n`
    case 'xlsx':
      return new Uint8Array(await writeWorkbook(document))
  }
}

/** An answer that the browser keeps as a file. `name` is without its ending. */
export const attachment = (content: string | Uint8Array<ArrayBuffer>, { name, format }: { readonly name: string; readonly format: ExportFormat }): Response =>
  new Response(content, {
    headers: {
      'content-type': types[format],
      'content-disposition': `attachment; filename="${name}.${format}"`,
      'cache-control': 'no-store',
      'x-content-type-options': 'nosniff',
    },
  })

/** A document as a file to keep, to hand on or to import again with the same content. */
export const exported = async (document: ReferentielDocument, format: ExportFormat): Promise<Response> =>
  attachment(await contentIn(document, format), { name: `${document.id}-${document.version}`, format })
