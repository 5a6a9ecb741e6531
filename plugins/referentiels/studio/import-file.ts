import type { PayloadRequest } from 'payload'

import { optionsOf } from '../options-of.ts'
import { importDocument, type ImportResult } from '../publication/import-document.ts'
import { findDraftOf } from './library.queries.ts'
import { databaseOf } from '../publication/transaction.ts'
import { platformOwner } from '../types.ts'
import { annotateWorkbook } from '../workbook/annotate/annotate-workbook.ts'
import { surveyWorkbook } from '../workbook/columns/survey-workbook.ts'
import { templateWorkbook } from '../workbook/template/template-workbook.ts'
import type { ColumnsResult, FileOptions, FileResult } from './contract/files.ts'
import { attachment } from './export-version.ts'
import { StudioFailure } from './failure.ts'
import { isAmong, mayBeginFor, ownersWrittenBy } from './owners.ts'

type Uploaded = { readonly name: string; readonly bytes: Buffer; readonly options: FileOptions; readonly now: Date }

/** By the importer that commands and the start of the application use; of a référentiel that the person may not write, nothing. */
const imported = async (req: PayloadRequest, { name, bytes, options, now }: Uploaded): Promise<ImportResult> => {
  const writes = await ownersWrittenBy(optionsOf(req.payload), req)
  const owner = options.owner ?? writes[0] ?? platformOwner
  if (!(await mayBeginFor(req, owner))) throw new StudioFailure('NOT_FOUND')
  // Another référentiel's wording is replaced by the command alone.
  if (options.preset?.into !== undefined) throw new StudioFailure('INVALID_INPUT')
  return importDocument({
    payload: req.payload,
    file: { file: name, text: bytes, ...(options.preset && { columns: { preset: options.preset } }) },
    user: req.user,
    now,
    options: {
      ...(options.dryRun !== undefined && { dryRun: options.dryRun }),
      ...(options.replace !== undefined && { replace: options.replace }),
      owner,
      checkIdentity: (known) => {
        if (known !== null && (known.isShipped || !isAmong(writes, known.owner))) throw new StudioFailure('ID_TAKEN')
      },
    },
  })
}

/** The workbook that was sent, with a comment in each cell that something is said of; nothing is written. */
export const annotatedFile = async (req: PayloadRequest, { name, bytes, options, now }: Uploaded): Promise<Response> => {
  if (!/\.xlsx$/i.test(name)) throw new StudioFailure('INVALID_INPUT')
  const { findings } = await imported(req, { name, bytes, options: { ...options, dryRun: true }, now })
  return attachment(new Uint8Array(annotateWorkbook(bytes, findings)), { name: 'classeur-annote', format: 'xlsx' })
}

/** What stands in a workbook that follows no template, for whoever writes for somebody; nothing is kept of it. */
export const columnsOf = async (req: PayloadRequest, { name, bytes }: Pick<Uploaded, 'name' | 'bytes'>): Promise<ColumnsResult> => {
  if ((await ownersWrittenBy(optionsOf(req.payload), req)).length === 0) throw new StudioFailure('NOT_FOUND')
  const found = /\.xlsx$/i.test(name) ? surveyWorkbook(bytes) : { refusal: null }
  if ('refusal' in found) throw new StudioFailure('INVALID_INPUT')
  return { sheets: found.sheets.map(({ columns, ...sheet }) => ({ ...sheet, columns: columns.map(({ samples, yes, ...column }) => ({ ...column, samples: [...samples], yes: [...yes] })) })) }
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
