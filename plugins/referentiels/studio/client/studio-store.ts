import type { Change } from '../contract/changes.ts'
import type { FollowRequest, FollowResult, OpenDraft, StudioFinding } from '../contract/draft.ts'
import { followEvery } from '../contract/draft.ts'
import { draftOf } from '../model/draft.ts'
import type { Draft } from '../model/draft.ts'
import type { Outline } from '../model/outline.rules.ts'
import { outlineOf } from '../model/outline.rules.ts'
import type { Session } from '../model/session.rules.ts'
import * as rules from '../model/session.rules.ts'
import type { Answer, StudioApi } from './api.ts'
import { NoAnswer } from './api.ts'

/** What the views show. A new object whenever something in it changed. */
export type StudioView = {
  readonly session: Session
  readonly draft: Draft
  readonly outline: Outline
  readonly findings: readonly StudioFinding[]
  readonly isChecking: boolean
  readonly people: FollowResult['people']
}

export type Edit = { readonly changes: readonly Change[]; readonly label: string; readonly merge?: string }

/** Of the editor towards its server: time, names and waiting come in from outside. */
export type Surroundings = {
  readonly now: () => number
  readonly newId: () => string
  readonly wait: (run: () => void, after: number) => () => void
  readonly isOnline: () => boolean
}

/** After the last key, before words leave; milliseconds. */
const pause = 400
/** After the last answer, before the draft is checked again. */
const checkPause = 700

/**
 * The editor's memory: one person's session on a draft, kept in step with the server. Changes show at once, leave after
 * a short pause, one request at a time, and leave again until they are answered.
 */
export const createStudioStore = (
  { draft: id, opened, api }: { readonly draft: string; readonly opened: OpenDraft; readonly api: StudioApi },
  around: Surroundings,
) => {
  const server = draftOf(opened)
  let view: StudioView = {
    session: rules.startSession(server),
    draft: server,
    outline: outlineOf(server),
    findings: opened.findings,
    isChecking: false,
    people: [],
  }
  const listeners = new Set<() => void>()
  const window = around.newId()
  let at: FollowRequest['at']
  let isOver = false
  const stops = new Map<'save' | 'check' | 'follow', () => void>()

  const later = (what: 'save' | 'check' | 'follow', run: () => void, after: number): void => {
    stops.get(what)?.()
    stops.set(what, around.wait(run, after))
  }

  const show = (next: Partial<StudioView>): void => {
    view = { ...view, ...next }
    for (const listener of listeners) listener()
  }

  const take = (session: Session): void => {
    if (session === view.session) return
    const isSame = session.server === view.session.server && session.waiting === view.session.waiting && session.flight === view.session.flight
    const draft = isSame ? view.draft : rules.shownDraft(session)
    const outline = draft.rows === view.draft.rows ? view.outline : outlineOf(draft)
    show({ session, draft, outline })
  }

  const send = async (): Promise<void> => {
    if (isOver || (view.session.flight !== null && view.session.save.is === 'saving')) return
    take(rules.depart(view.session, around.newId()))
    const request = rules.requestOf(view.session)
    if (request === null) return
    try {
      receive(await api.apply(id, { ...request, changes: [...request.changes] }))
    } catch (error) {
      if (!(error instanceof NoAnswer)) throw error
      const missed = rules.miss(view.session, { now: around.now(), isOffline: !around.isOnline() })
      take(missed)
      if (missed.save.is === 'failed') later('save', () => void send(), missed.save.retryAt - around.now())
    }
  }

  const receive = (answer: Answer<Parameters<typeof rules.arrive>[1]>): void => {
    if (answer.ok) {
      take(rules.arrive(view.session, answer.value, around.now()))
      later('check', () => void check(), checkPause)
    } else if (answer.status === 404 || answer.status === 401) take(rules.close(view.session))
    else take(rules.giveUp(view.session, answer.message))
    if (view.session.waiting.length > 0 && view.session.save.is === 'waiting') later('save', () => void send(), pause)
  }

  const check = async (): Promise<void> => {
    show({ isChecking: true })
    const answer = await api.findings(id).catch(() => null)
    show({ isChecking: false, ...(answer?.ok === true && { findings: answer.value.findings }) })
  }

  const follow = async (): Promise<void> => {
    try {
      const before = view.session.server
      const answer = await api.follow(id, { since: before.sequence, window, ...(at && { at }) })
      if (answer.ok && !isOver) {
        take(rules.follow(view.session, answer.value))
        if (view.session.server !== before) later('check', () => void check(), checkPause)
        if (!isSamePeople(answer.value.people, view.people)) show({ people: answer.value.people })
      } else if (!answer.ok && answer.status === 404) take(rules.close(view.session))
    } catch (error) {
      if (!(error instanceof NoAnswer)) throw error
    }
    if (!isOver && view.session.save.is !== 'closed') later('follow', () => void follow(), followEvery)
  }

  const depart = (soon = false): void => {
    if (view.session.save.is === 'waiting') later('save', () => void send(), soon ? 0 : pause)
  }

  return {
    subscribe: (listener: () => void) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    view: () => view,
    start: () => {
      isOver = false
      later('follow', () => void follow(), 0)
    },
    stop: () => {
      if (isOver) return
      isOver = true
      for (const stop of stops.values()) stop()
      void api.follow(id, { since: view.session.server.sequence, window, leaving: true }, { keepalive: true }).catch(() => null)
    },
    edit: ({ changes, label, merge }: Edit) => {
      take(rules.edit(view.session, { changes, label, merge: merge ?? null, at: around.now() }))
      // What is not typed leaves at once: its outcome (codes, copies) is the server's.
      depart(merge === undefined)
    },
    undo: () => {
      take(rules.undo(view.session, around.now()))
      depart(true)
    },
    redo: () => {
      take(rules.redo(view.session, around.now()))
      depart(true)
    },
    settle: (conflict: string, keep: 'mine' | 'theirs') => {
      take(rules.settle(view.session, { id: conflict, keep, now: around.now() }))
      depart(true)
    },
    saveNow: () => void send(),
    /** What has the focus, for the others to see. */
    standAt: (place: NonNullable<FollowRequest['at']>) => {
      at = place
    },
    checkNow: () => void check(),
  }
}

export type StudioStore = ReturnType<typeof createStudioStore>

const isSamePeople = (one: FollowResult['people'], other: FollowResult['people']): boolean =>
  JSON.stringify(one.map(({ id, at }) => [id, at])) === JSON.stringify(other.map(({ id, at }) => [id, at]))
