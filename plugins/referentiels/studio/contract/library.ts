import { z } from 'zod'

import { identifier, semanticVersion } from '../../engine/document/codes.ts'
import { revisionStatuses } from '../../types.ts'
import { owner, ownerKinds, person } from './people.ts'

/** Owners to choose from, where one writes for all of a kind. */
export const ownersResult = z.object({ owners: z.array(owner) })
export type OwnersResult = z.infer<typeof ownersResult>

const versionView = z.object({
  id: z.string(),
  version: z.string(),
  status: z.enum(['draft', ...revisionStatuses]),
  at: z.string().nullable(),
  by: person.nullable(),
  /** Diagnostics on it; null for who does not write for its owner. */
  uses: z.number().nullable(),
})
export type VersionView = z.infer<typeof versionView>

export const libraryResult = z.object({
  referentiels: z.array(
    z.object({
      id: z.string(),
      title: z.string(),
      isShipped: z.boolean(),
      owner,
      /** Whether the person may write it: shipped ones are derived, never written. */
      mayWrite: z.boolean(),
      derivedFrom: z.object({ id: z.string(), version: z.string(), newer: z.string().nullable() }).nullable(),
      /** The newest first. */
      versions: z.array(versionView),
    }),
  ),
  /** For whom the person may start one. */
  owners: z.array(owner),
})
export type LibraryResult = z.infer<typeof libraryResult>

export const ownerChoice = z.strictObject({ kind: z.enum(ownerKinds), id: z.string().max(64).nullable() })

export const startRequest = z.discriminatedUnion('from', [
  z.strictObject({
    from: z.literal('blank'),
    id: identifier,
    title: z.string().trim().min(1).max(200),
    owner: ownerChoice,
    /** Labels of the levels, from the top; the last one is answered. @default Thème, Critère */
    levels: z.array(z.string().trim().min(1).max(100)).min(1).max(8).optional(),
  }),
  /** The next version of a référentiel that one may write. */
  z.strictObject({ from: z.literal('version'), revision: z.uuid(), version: semanticVersion.optional() }),
  /** A référentiel of one's own, derived from any that one may read. */
  z.strictObject({
    from: z.literal('derived'),
    revision: z.uuid(),
    id: identifier,
    title: z.string().trim().min(1).max(200),
    owner: ownerChoice,
  }),
])
export type StartRequest = z.infer<typeof startRequest>
export const startResult = z.object({ draft: z.string(), referentiel: z.string(), version: z.string() })
export type StartResult = z.infer<typeof startResult>

export const exportFormats = ['yaml', 'json', 'xlsx'] as const
export type ExportFormat = (typeof exportFormats)[number]
