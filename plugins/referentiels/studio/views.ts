import type { DraftParts } from '../publication/draft-rows.ts'
import type { News, Part, Row } from './contract/changes.ts'
import type { DeskRow } from './desk.ts'

/** What leaves the server of rows and parts: all but who changed which field. */

export const rowView = ({ touched: _touched, marks: _marks, ...row }: DeskRow): Row => ({ ...row })

export const partViews = (parts: DraftParts): Record<string, Part> =>
  Object.fromEntries(
    Object.entries(parts).map(([name, { revision, value }]) => [name, value === undefined ? { revision } : { revision, value }]),
  )

type ReadNews = {
  readonly sequence: number
  readonly version: string
  readonly rows: readonly DeskRow[]
  readonly removed: readonly string[]
  readonly parts: DraftParts
}

export const newsView = ({ sequence, version, rows, removed, parts }: ReadNews): News => ({
  sequence,
  version,
  rows: rows.map(rowView),
  removed: [...removed],
  parts: partViews(parts),
})
