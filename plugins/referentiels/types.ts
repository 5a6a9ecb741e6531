import type { sql } from '@payloadcms/db-postgres'
import type { Payload, PayloadRequest } from 'payload'

import type { ReferentielDocument } from './engine/document/document.schema.ts'
import type { Simulation } from './engine/migration/simulate.ts'
import type { ColumnPreset } from './workbook/columns/preset.schema.ts'

type Statement = ReturnType<typeof sql>

/** A Drizzle handle: the pool's, or that of a running transaction. */
export type ReferentielsDatabase = {
  execute: (statement: Statement) => PromiseLike<{ readonly rows: readonly Record<string, unknown>[] }>
}

/** Slugs of the plugin's collections; their tables have the same names. */
export const slugs = {
  referentiels: 'referentiels',
  drafts: 'drafts',
  questions: 'questions',
  revisions: 'revisions',
  mappings: 'mappings',
} as const

/** A revision serves new diagnostics while it is published; retired, it only serves those that have it. */
export const revisionStatuses = ['published', 'retired'] as const
export type RevisionStatus = (typeof revisionStatuses)[number]

export const ownerKinds = ['platform', 'network', 'organisation'] as const

/**
 * Whose a référentiel is: the platform's (without an id), or that of one network or organisation. In what a person may write,
 * a network or an organisation without an id stands for every one of them.
 */
export type Owner = { readonly kind: (typeof ownerKinds)[number]; readonly id: string | null }

export const platformOwner: Owner = { kind: 'platform', id: null }

/** A revision that has just been published. */
export type PublishedRevision = {
  readonly id: string
  readonly referentiel: string
  readonly version: string
  readonly hash: string
}

/** Names of people or owners, by what identifies them. */
export type Names = ReadonlyMap<string, string>

/** One change of a draft, in words of a journal: the places that changed, with what stood and what stands there. */
export type DraftEntry = {
  readonly draft: string
  readonly before: Readonly<Record<string, unknown>>
  readonly after: Readonly<Record<string, unknown>>
}

/** How many rows a move would carry, leave to be confirmed, and set aside. */
type MovedCounts = Simulation['answers']

/** What a version would do to what is pinned to older ones, in figures that name nobody. */
export type UsageSimulation = {
  /** How many would be concerned, and on how many of them it was tried. */
  readonly diagnostics: number
  readonly tried: number
  /** Over those that were tried. */
  readonly answers: MovedCounts
  readonly assessments: MovedCounts
  /** Old codes whose rows would stay behind, the most frequent first. */
  readonly setAside: readonly { readonly code: string; readonly rows: number }[]
  /** One by one, in no telling order. */
  readonly each: readonly (Pick<Simulation['scores'], 'axes' | 'complete'> & {
    readonly answers: MovedCounts
    readonly assessments: MovedCounts
    /** How many criteria would wait for a first answer. */
    readonly empty: number
  })[]
}

export type ReferentielsOptions = {
  /** Whose référentiels these are. */
  readonly owners?: {
    /**
     * For whom the person writes référentiels: they read those drafts and every revision of them.
     * @default the platform, for anybody signed in with the admin's user collection
     */
    readonly mayWrite?: (req: PayloadRequest) => readonly Owner[] | Promise<readonly Owner[]>
    /** Networks and organisations whose published référentiels of that visibility the person may see. @default none */
    readonly mayRead?: (req: PayloadRequest) => readonly Owner[] | Promise<readonly Owner[]>
    /** What networks and organisations are called, by their ids; one that is not there has no name. @default their ids */
    readonly names?: (database: ReferentielsDatabase, owners: readonly Owner[]) => Promise<Names>
    /** The first networks or organisations in whose name or number these words stand, for whoever writes for all of them. @default none */
    readonly search?: (database: ReferentielsDatabase, sought: { readonly kind: Owner['kind']; readonly words: string }) => Promise<Names>
  }
  /** What people are called, by their ids. @default the field that the admin shows of the user collection */
  readonly people?: (database: ReferentielsDatabase, ids: readonly string[]) => Promise<Names>
  /** Records a change of a draft, in its transaction: what it throws undoes the change. @default nothing is recorded */
  readonly record?: (req: PayloadRequest, database: ReferentielsDatabase, entry: DraftEntry) => Promise<void>
  /**
   * Address of a page that shows a draft as it will look once published; null when there is none. The studio frames it, with
   * `element` (code of a node), `profil.<field>` (once for each value), `sous-ensemble` (code of a subset) and `v` in its query, and opens `<address>/pdf`.
   * @default none
   */
  readonly preview?: (draft: { readonly id: string; readonly referentiel: string; readonly version: string }) => string | null
  /** Ways to read workbooks that others publish, by their names: the studio offers those whose headings a workbook has. @default none */
  readonly presets?: () => Promise<ReadonlyMap<string, ColumnPreset>>
  /** What is pinned to revisions, since the plugin knows nothing of diagnostics. */
  readonly usage?: {
    /** How many rows are pinned to each of these revisions, by their ids. @default none */
    readonly countByRevision?: (
      database: ReferentielsDatabase,
      revisions: readonly string[],
    ) => Promise<ReadonlyMap<string, number>>
    /** Tries a version out, a draft too, on what is pinned to older versions of its référentiel. @default nothing is pinned */
    readonly simulate?: (payload: Payload, document: ReferentielDocument) => Promise<UsageSimulation>
  }
  /**
   * Sends a job in the transaction of `req` once a revision is published, e.g. to tell people. What it throws
   * undoes the publication. @default nothing is sent
   */
  readonly enqueue?: (req: PayloadRequest, published: PublishedRevision) => Promise<void>
}
