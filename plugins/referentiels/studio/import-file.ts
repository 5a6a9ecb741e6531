import type { PayloadRequest } from 'payload'
import { z } from 'zod'

import { optionsOf } from '../options-of.ts'
import { importDocument, type ImportResult } from '../publication/import-document.ts'
import { findDraftOf } from './library.queries.ts'
import { databaseOf } from '../publication/transaction.ts'
import { wordsIn } from '../publication/write-version.ts'
import { platformOwner } from '../types.ts'
import { annotateWorkbook } from '../workbook/annotate/annotate-workbook.ts'
import type { ColumnPreset } from '../workbook/columns/preset.schema.ts'
import { surveyWorkbook } from '../workbook/columns/survey-workbook.ts'
import { templateWorkbook } from '../workbook/template/template-workbook.ts'
import type { ColumnsResult, FileOptions, FileResult } from './contract/files.ts'
import { attachment } from './export-version.ts'
import { StudioFailure } from './failure.ts'
import { columnsFor, knownPresets, newestOf } from './known-presets.ts'
import { isAmong, mayBeginFor, ownersWrittenBy } from './owners.ts'

type Uploaded = { readonly name: string; readonly bytes: Buffer; readonly options: FileOptions; readonly now: Date }

/** By the importer that commands and the start of the application use; of a référentiel that the person may not write, nothing. */
const imported = async (req: PayloadRequest, { name, bytes, options, now }: Uploaded): Promise<ImportResult> => {
  const writes = await ownersWrittenBy(optionsOf(req.payload), req)
  const owner = options.owner ?? writes[0] ?? platformOwner
  if (!(await mayBeginFor(req, owner))) throw new StudioFailure('NOT_FOUND')
  const columns = await columnsFor(req, options)
  return importDocument({
    payload: req.payload,
    file: { file: name, text: bytes, ...(columns && { columns }) },
    user: req.user,
    now,
    options: {
      ...(options.dryRun !== undefined && { dryRun: options.dryRun }),
      ...(options.replace !== undefined && { replace: options.replace }),
      owner,
      mayEnter: (known) => !known.isShipped && isAmong(writes, known.owner),
    },
  })
}

/** The workbook that was sent, with a comment in each cell that something is said of; nothing is written. */
export const annotatedFile = async (req: PayloadRequest, { name, bytes, options, now }: Uploaded): Promise<Response> => {
  if (!/\.xlsx$/i.test(name)) throw new StudioFailure('INVALID_INPUT')
  const { findings } = await imported(req, { name, bytes, options: { ...options, dryRun: true }, now })
  return attachment(new Uint8Array(annotateWorkbook(bytes, findings)), { name: 'classeur-annote', format: 'xlsx' })
}

/** A preset as it is offered; null where the référentiel that it rewords is not there for the person. */
const toldPreset = async (req: PayloadRequest, name: string, presets: ReadonlyMap<string, ColumnPreset>): Promise<ColumnsResult['known'][number] | null> => {
  const preset = presets.get(name)
  if (preset === undefined) return null
  const title = z.string().catch(preset.label).parse(preset.document['title'])
  if (preset.into === undefined) return { name, label: preset.label, title, into: null }
  const base = await newestOf(req, preset.into)
  return base && { name, label: preset.label, title, into: { title: wordsIn(base.title, base), version: base.version } }
}

/** What stands in a workbook that follows no template, for whoever writes for somebody; nothing is kept of it. */
export const columnsOf = async (req: PayloadRequest, { name, bytes }: Pick<Uploaded, 'name' | 'bytes'>): Promise<ColumnsResult> => {
  if ((await ownersWrittenBy(optionsOf(req.payload), req)).length === 0) throw new StudioFailure('NOT_FOUND')
  const presets = await knownPresets(req)
  const found = /\.xlsx$/i.test(name) ? surveyWorkbook(bytes, presets) : { refusal: null }
  if ('refusal' in found) throw new StudioFailure('INVALID_INPUT')
  const known = await Promise.all(found.known.map((each) => toldPreset(req, each, presets)))
  return { known: known.filter((each) => each !== null), sheets: found.sheets.map(({ columns, ...sheet }) => ({ ...sheet, columns: columns.map(({ samples, yes, ...column }) => ({ ...column, samples: [...samples], yes: [...yes] })) })) }
}

/** The workbook to start from, for whoever writes for somebody. */
export const templateFile = async (req: PayloadRequest): Promise<Response> => {
  if ((await ownersWrittenBy(optionsOf(req.payload), req)).length === 0) throw new StudioFailure('NOT_FOUND')
  return attachment(new Uint8Array(await templateWorkbook()), { name: 'modele-referentiel', format: 'xlsx' })
}

/** Imports a file as a draft: nothing is written while one error stands. */
export const importFile = async (req: PayloadRequest, uploaded: Uploaded): Promise<FileResult> => {
  const { outcome, findings, version, difference } = await imported(req, uploaded)
  const draft = version === undefined ? null : await findDraftOf(await databaseOf(req), version)
  return {
    outcome,
    findings: findings.map(({ severity, code, message, path, ...place }) => ({ severity, code, message, path, ...place })),
    draft,
    referentiel: version?.referentiel ?? null,
    version: version?.version ?? null,
    ...(difference && {
      difference: {
        added: [...difference.added],
        removed: [...difference.removed],
        moved: [...difference.moved],
        reworded: [...difference.reworded],
        rescored: [...difference.rescored],
        changed: [...difference.changed],
      },
    }),
  }
}
