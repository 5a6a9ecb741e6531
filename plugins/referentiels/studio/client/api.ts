import { z } from 'zod'

import type { ApplyRequest } from '../contract/changes.ts'
import type { FollowRequest, StudioFinding } from '../contract/draft.ts'
import type { FileOptions } from '../contract/files.ts'
import type { StartRequest } from '../contract/library.ts'
import type { OwnerView } from '../contract/people.ts'
import type { PublishRequest } from '../contract/publication.ts'
import { applyResult, studioPath } from '../contract/changes.ts'
import { findingsResult, followResult, historyResult, openDraft } from '../contract/draft.ts'
import { columnsResult, fileResult } from '../contract/files.ts'
import { libraryResult, ownersResult, startResult } from '../contract/library.ts'
import { publicationPlan, publishResult, simulationResult, upstreamResult } from '../contract/publication.ts'
import { studioError } from '../contract/refusal.ts'

/** What an endpoint answers: its value, or why not, in French. */
export type Answer<Value> =
  | { readonly ok: true; readonly value: Value }
  | { readonly ok: false; readonly status: number; readonly message: string; readonly findings: readonly StudioFinding[] }

/** No answer at all: the network, or a server that is being restarted. */
export class NoAnswer extends Error {
  override readonly name = 'NoAnswer'
}

/** The other half of the studio, as its views speak to it. */
export const studioApi = (apiRoute: string) => {
  const base = `${apiRoute}${studioPath}`

  const ask = async <Schema extends z.ZodType>(schema: Schema, path: string, init?: RequestInit): Promise<Answer<z.output<Schema>>> => {
    let response: Response
    try {
      response = await fetch(`${base}${path}`, { credentials: 'same-origin', ...init })
    } catch (cause) {
      throw new NoAnswer('The studio’s server did not answer.', { cause })
    }
    // What a proxy says while the platform restarts is no answer of the platform's.
    if (response.status === 502 || response.status === 503 || response.status === 504) throw new NoAnswer(String(response.status))
    const body: unknown = response.status === 204 ? undefined : await response.json().catch(() => undefined)
    if (response.ok) return { ok: true, value: schema.parse(body) }
    const refusal = studioError.safeParse(body)
    const message = refusal.success ? (refusal.data.errors[0]?.message ?? '') : (loose.safeParse(body).data?.errors[0]?.message ?? '')
    return { ok: false, status: response.status, message, findings: refusal.success ? (refusal.data.findings ?? []) : [] }
  }

  const send = <Schema extends z.ZodType>(schema: Schema, path: string, body: unknown, init: RequestInit = {}) =>
    ask(schema, path, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body), ...init })

  const of = (draft: string, path = ''): string => `/drafts/${encodeURIComponent(draft)}${path}`

  return {
    library: () => ask(libraryResult, '/library'),
    owners: (kind: OwnerView['kind'], words: string) => ask(ownersResult, `/owners?${new URLSearchParams({ kind, words }).toString()}`),
    start: (request: StartRequest) => send(startResult, '/drafts', request),
    file: (file: File, options: FileOptions) => {
      const form = new FormData()
      form.set('file', file)
      form.set('options', JSON.stringify(options))
      return ask(fileResult, '/files', { method: 'POST', body: form })
    },
    template: `${base}/template`,
    columns: (file: File) => {
      const form = new FormData()
      form.set('file', file)
      return ask(columnsResult, '/columns', { method: 'POST', body: form })
    },
    /** The same workbook with a comment in each faulty cell; null where there is none. */
    annotated: async (file: File, options: FileOptions): Promise<Blob | null> => {
      const form = new FormData()
      form.set('file', file)
      form.set('options', JSON.stringify(options))
      const response = await fetch(`${base}/files/annotated`, { method: 'POST', body: form, credentials: 'same-origin' }).catch(() => null)
      return response?.ok === true ? response.blob() : null
    },
    open: (draft: string) => ask(openDraft, of(draft)),
    abandon: (draft: string) => ask(z.undefined(), of(draft), { method: 'DELETE' }),
    apply: (draft: string, request: ApplyRequest) => send(applyResult, of(draft, '/changes'), request),
    follow: (draft: string, request: FollowRequest, init?: RequestInit) => send(followResult, of(draft, '/follow'), request, init),
    findings: (draft: string) => ask(findingsResult, of(draft, '/findings')),
    history: (draft: string, before: number | null) => ask(historyResult, of(draft, `/history${before === null ? '' : `?before=${before}`}`)),
    plan: (draft: string) => ask(publicationPlan, of(draft, '/publication')),
    simulate: (draft: string) => ask(simulationResult, of(draft, '/simulation')),
    publish: (draft: string, request: PublishRequest) => send(publishResult, of(draft, '/publication'), request),
    upstream: (draft: string) => ask(upstreamResult, of(draft, '/upstream')),
    exportOfDraft: (draft: string, format: string): string => `${base}${of(draft, `/export?format=${format}`)}`,
    exportOfRevision: (revision: string, format: string): string => `${base}/revisions/${encodeURIComponent(revision)}/export?format=${format}`,
  }
}

export type StudioApi = ReturnType<typeof studioApi>

/** Refusals of the application's own guards have the same shape and other codes. */
const loose = z.object({ errors: z.array(z.object({ message: z.string() })).min(1) })
