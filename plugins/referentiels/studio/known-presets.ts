import type { PayloadRequest } from 'payload'

import { compareVersions } from '../engine/difference/version-range.ts'
import { referentielDocument, type ReferentielDocument } from '../engine/document/document.schema.ts'
import { optionsOf } from '../options-of.ts'
import { databaseOf } from '../publication/transaction.ts'
import type { Columns } from '../workbook/columns/columns-source.ts'
import type { ColumnPreset } from '../workbook/columns/preset.schema.ts'
import type { FileOptions } from './contract/files.ts'
import { StudioFailure } from './failure.ts'
import { findReadable, readableVersions } from './library.queries.ts'
import { readersOf } from './library.ts'

/** The ways to read workbooks that the application brings. */
export const knownPresets = async (req: PayloadRequest): Promise<ReadonlyMap<string, ColumnPreset>> =>
  (await optionsOf(req.payload).presets?.()) ?? new Map<string, ColumnPreset>()

/** The newest published version of a référentiel that the person may read. */
export const newestOf = async (req: PayloadRequest, referentiel: string): Promise<ReferentielDocument | null> => {
  const [database, readers] = [await databaseOf(req), await readersOf(req)]
  const newest = (await readableVersions(database, { referentiel, readers })).toSorted((one, other) => compareVersions(one.version, other.version)).at(-1)
  const found = newest && (await findReadable(database, newest.id, readers))
  return found ? referentielDocument.parse(JSON.parse(found.canonical)) : null
}

/**
 * How a workbook's columns are read, as the person chose: by a preset of their own, which makes a référentiel, or by one that the
 * application knows, which may replace the wording of one that they may read in a copy of theirs.
 */
export const columnsFor = async (req: PayloadRequest, { preset, known }: Pick<FileOptions, 'preset' | 'known'>): Promise<Columns | undefined> => {
  if (preset !== undefined) {
    if (preset.into !== undefined || known !== undefined) throw new StudioFailure('INVALID_INPUT')
    return { preset }
  }
  if (known === undefined) return undefined
  const found = (await knownPresets(req)).get(known.name)
  if (found === undefined) throw new StudioFailure('INVALID_INPUT')
  const named = { ...found, document: { ...found.document, id: known.id, title: known.title } }
  if (found.into === undefined) return { preset: named }
  const base = await newestOf(req, found.into)
  if (base === null) throw new StudioFailure('NOT_FOUND')
  return { preset: named, base }
}
