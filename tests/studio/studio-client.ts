import { randomUUID } from 'node:crypto'

import type { Payload, TypedUser } from 'payload'

import { importDocument } from '#plugins/referentiels/exports/server.ts'
import {
  type ApplyRequest, type ApplyResult, applyResult, type Change, followResult, type FollowResult, openDraft, type OpenDraft, type Row,
} from '#plugins/referentiels/exports/studio-contract.ts'

import { type RestClient, restClient } from '../support/rest-client.ts'

export const base = '/api/referentiels-studio'

type Applying = Partial<Omit<ApplyRequest, 'changes'>>

/** The studio as one person's browser uses it: every answer is checked against the contract. */
export type StudioClient = {
  readonly rest: RestClient
  readonly open: (draft: string) => Promise<OpenDraft>
  readonly apply: (draft: string, changes: readonly Change[], rest?: Applying) => Promise<ApplyResult>
  readonly follow: (draft: string, body: object) => Promise<FollowResult>
}

export const studioClient = async (payload: Payload, user: Pick<TypedUser, 'id'>): Promise<StudioClient> => {
  const rest = await restClient(payload).as(user)
  const told = async (response: Response): Promise<unknown> => {
    const body: unknown = await response.json()
    if (!response.ok) throw new Error(`${response.status} ${JSON.stringify(body)}`)
    return body
  }
  return {
    rest,
    open: async (draft) => openDraft.parse(await told(await rest.get(`${base}/drafts/${draft}`))),
    apply: async (draft, changes, options = {}) => {
      const body = { operation: randomUUID(), since: 0, ...options, changes }
      return applyResult.parse(await told(await rest.post(`${base}/drafts/${draft}/changes`, { body })))
    },
    follow: async (draft, body) => followResult.parse(await told(await rest.post(`${base}/drafts/${draft}/follow`, { body }))),
  }
}

/** A draft of a file's content, owned by the platform. Answers its id. */
export const importDraft = async (payload: Payload, text: string): Promise<string> => {
  const { outcome, findings, version } = await importDocument({ payload, file: { file: 'essai.json', text }, now: new Date() })
  if (outcome !== 'created') throw new Error(`${outcome} ${JSON.stringify(findings)}`)
  const { docs } = await payload.find({
    collection: 'drafts',
    where: { and: [{ referentiel: { equals: version?.referentiel } }, { version: { equals: version?.version } }] },
    overrideAccess: true,
  })
  return String(docs[0]?.id)
}

/** The row with a code, and what it takes to change it. */
export const rowOf = (draft: Pick<OpenDraft, 'rows'>, code: string): Row => {
  const row = draft.rows.find((each) => each.code === code)
  if (row === undefined) throw new Error(`no row ${code} among ${draft.rows.map((each) => each.code).join(' ')}`)
  return row
}

/** Codes of nodes as they are shown, each level further in. */
export const outline = ({ rows }: Pick<OpenDraft, 'rows'>, parent: string | null = null): readonly string[] =>
  rows
    .filter((row) => row.row === 'node' && row.parent === parent)
    .toSorted((one, other) => one.position - other.position || (one.code < other.code ? -1 : 1))
    .flatMap((row) => [row.code, ...outline({ rows }, row.code).map((code) => `> ${code}`)])

type Setting = Extract<Change, { readonly kind: 'set' }>

/** « This field of this row, as I saw it, is now … ». */
export const set = (row: { readonly id: string; readonly revision: number }, path: Setting['path'], value: Setting['value']): Change => ({
  kind: 'set',
  target: { row: row.id },
  path,
  value,
  base: row.revision,
})

/** Undoes what a batch did, as the browser would: the inverses of its changes, the last first. */
export const undo = (client: StudioClient, draft: string, { results, sequence }: ApplyResult): Promise<ApplyResult> =>
  client.apply(
    draft,
    results.toReversed().flatMap((result) => (result.status === 'applied' ? result.inverse : [])),
    { since: sequence, atomic: true },
  )
