import { referentielDocument, type ReferentielDocument } from '../engine/document/document.schema.ts'
import { normalise } from '../engine/document/normalise.ts'
import { documentOf } from '../publication/draft-rows.ts'
import { databaseOf } from '../publication/transaction.ts'
import { checkedDraft, type DraftState } from './checked-draft.ts'
import type { FindingsResult, FollowRequest, FollowResult, OpenDraft } from './contract/draft.ts'
import { presenceLasts } from './contract/draft.ts'
import type { Entered } from './enter-draft.ts'
import { StudioFailure } from './failure.ts'
import { namedOwners, namedPeople } from './owners.ts'
import { endPresence, notePresence, readNews, readWhole } from './studio.queries.ts'
import { newsView, partViews, rowView } from './views.ts'

/** The draft as it stands now; NOT_FOUND once it was published or abandoned. */
export const stateOf = async ({ req, head }: Entered): Promise<DraftState> => {
  const whole = await readWhole(await databaseOf(req), head.id)
  if (whole === null) throw new StudioFailure('NOT_FOUND')
  return { id: head.id, referentiel: head.referentiel, ...whole }
}

/** Everything that the studio shows of a draft when it is opened. */
export const openDraft = async (entered: Entered): Promise<OpenDraft> => {
  const { options, database, head } = entered
  const [state, owners] = await Promise.all([stateOf(entered), namedOwners(options, database, [head.owner])])
  const { id, referentiel, version, sequence, parts, rows } = state
  return {
    id,
    referentiel,
    version,
    title: head.title,
    owner: owners[0] ?? head.owner,
    sequence,
    parts: partViews(parts),
    rows: rows.map(rowView),
    findings: [...checkedDraft(state).findings],
    preview: options.preview?.({ id, referentiel, version }) ?? null,
  }
}

export const findingsOf = async (entered: Entered): Promise<FindingsResult> => {
  const state = await stateOf(entered)
  return { sequence: state.sequence, findings: [...checkedDraft(state).findings] }
}

/** The document that the draft is, in normal form; REFUSED with what is wrong while the format refuses it. */
export const draftDocument = async (entered: Entered): Promise<ReferentielDocument> => {
  const state = await stateOf(entered)
  const parsed = referentielDocument.safeParse(documentOf(state))
  if (!parsed.success) throw new StudioFailure('REFUSED', { findings: checkedDraft(state).findings })
  return normalise(parsed.data)
}

/** Who else has the draft open, and what changed since; says in passing that this window has. */
export const followDraft = async (
  { req, options, database, person, head }: Entered,
  { since, window, at = { row: null, part: null }, leaving = false }: FollowRequest,
): Promise<FollowResult> => {
  const mine = { draft: head.id, window, person }
  const others = leaving ? [] : await notePresence(database, { ...mine, at }, presenceLasts)
  if (leaving) await endPresence(database, mine)
  const news = await readNews(database, { draft: head.id, since })
  if (news === null) throw new StudioFailure('NOT_FOUND')
  const nameOf = await namedPeople({ req, options, database }, others.map((other) => other.person))
  return {
    ...newsView(news),
    people: others.map(({ person: id, row, part, seenAt }) => ({
      id,
      name: nameOf(id)?.name ?? '',
      at: row === null && part === null ? null : { row, part },
      seenAt,
    })),
  }
}
