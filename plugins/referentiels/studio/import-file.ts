import type { PayloadRequest } from 'payload'

import { optionsOf } from '../options-of.ts'
import { importDocument } from '../publication/import-document.ts'
import { findDraftOf } from './library.queries.ts'
import { databaseOf } from '../publication/transaction.ts'
import { platformOwner } from '../types.ts'
import type { FileOptions, FileResult } from './contract.ts'
import { StudioFailure } from './failure.ts'
import { isAmong, mayBeginFor, ownersWrittenBy } from './owners.ts'

type Uploaded = { readonly name: string; readonly bytes: Buffer; readonly options: FileOptions; readonly now: Date }

/**
 * Imports a file as a draft, by the importer that commands and the start of the application use: nothing is written while
 * one error stands, and nothing of a référentiel that the person may not write.
 */
export const importFile = async (req: PayloadRequest, { name, bytes, options, now }: Uploaded): Promise<FileResult> => {
  const writes = await ownersWrittenBy(optionsOf(req.payload), req)
  const owner = options.owner ?? writes[0] ?? platformOwner
  if (!(await mayBeginFor(req, owner))) throw new StudioFailure('NOT_FOUND')
  const { outcome, findings, version, difference } = await importDocument({
    payload: req.payload,
    file: { file: name, text: bytes },
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
