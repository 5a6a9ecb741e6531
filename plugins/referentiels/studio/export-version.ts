import { stringify } from 'yaml'

import type { ReferentielDocument } from '../engine/document/document.schema.ts'
import { writeWorkbook } from '../workbook/write/write-workbook.ts'
import type { ExportFormat } from './contract.ts'

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

/** A document as a file to keep, to hand on or to import again with the same content. */
export const exported = async (document: ReferentielDocument, format: ExportFormat): Promise<Response> =>
  new Response(await contentIn(document, format), {
    headers: {
      'content-type': types[format],
      'content-disposition': `attachment; filename="${document.id}-${document.version}.${format}"`,
      'cache-control': 'no-store',
      'x-content-type-options': 'nosniff',
    },
  })
