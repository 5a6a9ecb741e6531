import { sql } from '@payloadcms/db-postgres'

import { asJson, isJsonObject } from './canonical-json.ts'
import { type ChainProblem, genesis, type Head, linksAfter, problemOf, type Seal, type SealedContent } from './seals.rules.ts'
import type { AuditDatabase, AuditPool } from './types.ts'

/** Any constant will do: it is the journal's own among advisory locks. */
const sealingLock = 7_243_590_114

/** Bounds the memory of a check: entries may carry long texts. */
const verifiedAtOnce = 500

const contentColumns = sql`jsonb_build_object(
  'id', e.id,
  'at', to_char(e.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'),
  'actor', e.actor, 'actorCollection', e.actor_collection, 'onBehalfOf', e.on_behalf_of,
  'organisation', e.organisation, 'collection', e.collection, 'document', e.document, 'operation', e.operation,
  'before', e.before, 'after', e.after, 'requestId', e.request_id)`

const contentOf = (value: unknown): SealedContent | null => {
  const json = asJson(value)
  return isJsonObject(json) ? json : null
}

const headOf = async (db: AuditDatabase): Promise<Head> => {
  const { rows } = await db.execute(sql`select position, hash from audit_seals order by position desc limit 1`)
  const [row] = rows
  return row === undefined ? { position: 0, hash: genesis } : { position: Number(row.position), hash: String(row.hash) }
}

export type Sealing = {
  /** How many entries this call sealed. */
  readonly sealed: number
  /** The chain's last seal; keep it elsewhere now and then, see `verifyAuditChain`. */
  readonly head: Head
  /** True when the limit was reached: call again. */
  readonly isMore: boolean
}

/**
 * Seals committed entries that no seal covers yet, oldest first, at most `limit`. Any number of workers may
 * call it at any time: a lock lets one chain grow at a time, and who waits for it then sees what was sealed.
 */
export const sealAuditEntries = ({
  db,
  limit = 500,
}: {
  readonly db: AuditPool
  readonly limit?: number
}): Promise<Sealing> =>
  db.transaction(
    async (transaction) => {
      await transaction.execute(sql`select pg_advisory_xact_lock(${sealingLock})`)
      const head = await headOf(transaction)
      const { rows } = await transaction.execute(sql`
        select e.id, ${contentColumns} as content
        from audit_unsealed u join audit_entries e on e.id = u.entry_id
        where not exists (select from audit_seals s where s.entry_id = e.id)
        order by e.at, e.id limit ${limit}`)
      const links = linksAfter(
        head.hash,
        rows.map(({ id, content }) => ({ id: String(id), content: contentOf(content) ?? {} })),
      )
      const seals = links.map((link, index) => ({ ...link, position: head.position + index + 1 }))
      await transaction.execute(sql`
        insert into audit_seals (position, entry_id, previous_hash, hash)
        select position, entry, "previousHash", hash
        from jsonb_to_recordset(${JSON.stringify(seals)}::jsonb)
          as seal (position bigint, entry uuid, "previousHash" text, hash text)`)
      await transaction.execute(sql`
        delete from audit_unsealed u using audit_seals s
        where s.entry_id = u.entry_id`)
      const last = seals.at(-1)
      return {
        sealed: seals.length,
        head: last === undefined ? head : { position: last.position, hash: last.hash },
        isMore: seals.length === limit,
      }
    },
    // Each statement sees what was committed before it, in particular while it waited for the lock.
    { isolationLevel: 'read committed' },
  )

const sealsAfter = async (db: AuditDatabase, position: number): Promise<readonly Seal[]> => {
  const { rows } = await db.execute(sql`
    select s.position, s.entry_id, s.previous_hash, s.hash,
           case when e.id is null then null else ${contentColumns} end as content
    from audit_seals s left join audit_entries e on e.id = s.entry_id
    where s.position > ${position} order by s.position limit ${verifiedAtOnce}`)
  return rows.map((row) => ({
    position: Number(row.position),
    entry: String(row.entry_id),
    previousHash: String(row.previous_hash),
    hash: String(row.hash),
    content: contentOf(row.content),
  }))
}

/** An entry that is neither sealed nor waiting was hidden from the sealer. */
const hiddenEntry = async (db: AuditDatabase): Promise<string | undefined> => {
  const { rows } = await db.execute(sql`
    select e.id from audit_entries e
    where not exists (select from audit_seals s where s.entry_id = e.id)
      and not exists (select from audit_unsealed u where u.entry_id = e.id)
    order by e.at limit 1`)
  const [row] = rows
  return row === undefined ? undefined : String(row.id)
}

export type ChainCheck =
  | { readonly ok: true; readonly head: Head }
  | {
      readonly ok: false
      /** The first broken position; null for an entry that was never sealed. */
      readonly position: number | null
      readonly entry: string | null
      readonly problem: ChainProblem | 'ENTRY_UNSEALED' | 'END_MISSING'
    }

/**
 * Follows the chain from its first seal and recomputes every hash. No chain can tell by itself that its last
 * links were cut off: give it a `known` head, kept outside this database, and it will.
 */
export const verifyAuditChain = async ({
  db,
  known,
}: {
  readonly db: AuditDatabase
  readonly known?: Head
}): Promise<ChainCheck> => {
  let head: Head = { position: 0, hash: genesis }
  let isKnownSeen = known === undefined || known.position === 0
  for (let seals = await sealsAfter(db, 0); seals.length > 0; seals = await sealsAfter(db, head.position)) {
    for (const seal of seals) {
      const problem = problemOf(head, seal)
      if (problem !== undefined) return { ok: false, position: head.position + 1, entry: seal.entry, problem }
      head = { position: seal.position, hash: seal.hash }
      isKnownSeen ||= known?.position === head.position && known.hash === head.hash
    }
  }
  if (!isKnownSeen) return { ok: false, position: known?.position ?? null, entry: null, problem: 'END_MISSING' }
  const hidden = await hiddenEntry(db)
  if (hidden !== undefined) return { ok: false, position: null, entry: hidden, problem: 'ENTRY_UNSEALED' }
  return { ok: true, head }
}
