import { nodeDifference } from '../engine/difference/node-difference.ts'
import { missingDestinations } from '../engine/difference/missing-destinations.ts'
import { changeBetween, nextVersion, type VersionChange } from '../engine/difference/version-change.ts'
import { highestVersion, recedingVersion } from '../engine/difference/receding-version.ts'
import { compareVersions } from '../engine/difference/version-range.ts'
import { localiseIn } from '../engine/compile/localise.ts'
import { referentielDocument, type ReferentielDocument } from '../engine/document/document.schema.ts'
import { canonicalText } from '../engine/document/canonical-text.ts'
import { normalise } from '../engine/document/normalise.ts'
import { type Proposal, proposeMigration } from '../engine/migration/propose.ts'
import { audienceOf } from '../publication/audience.rules.ts'
import { baseVersion, publishedVersions } from '../publication/decide-import.rules.ts'
import { documentOf } from '../publication/draft-rows.ts'
import { type StoredVersion, storedVersions } from '../publication/publication.queries.ts'
import { storedContent } from '../publication/stored-documents.ts'
import { reasonText } from '../texts/version-reason-texts.ts'
import { checkedDraft, type DraftState } from './checked-draft.ts'
import type { PublicationPlan } from './contract/publication.ts'
import type { Entered } from './enter-draft.ts'
import { publishedAt } from './library.queries.ts'
import { stateOf } from './open-draft.ts'
import { placeFindings } from './place-findings.ts'

/** The document of a draft in normal form; null while the format refuses it. */
const draftDocument = (state: DraftState): ReferentielDocument | null => {
  const parsed = referentielDocument.safeParse(documentOf(state))
  return parsed.success ? normalise(parsed.data) : null
}

/** A draft beside the version that it is compared with, and the number that it would have. */
const comparison = async (entered: Entered) => {
  const { database, head } = entered
  const state = await stateOf(entered)
  const known = await storedVersions(database, head.referentiel)
  const base = known.find(({ version }) => version === baseVersion(state.version, known))
  const before = base === undefined ? null : ((await storedContent(database, base))?.document ?? null)
  const after = draftDocument(state)
  const compared = before !== null && after !== null ? { before, after } : null
  const version = versionOf({ state, known: known.filter(({ id }) => id !== state.id), compared })
  return { state, known, base, after, compared, version }
}

/** The draft as the version that its publication proposes, and what its codes were called before; null while an error stands. */
export const plannedVersion = async (
  entered: Entered,
): Promise<{ readonly document: ReferentielDocument; readonly oldTitles: ReadonlyMap<string, string> } | null> => {
  const { state, after, compared, version } = await comparison(entered)
  const isSound = checkedDraft(state).findings.every(({ severity }) => severity !== 'error')
  if (after === null || !isSound) return null
  return { document: { ...after, version: version.proposed }, oldTitles: compared === null ? new Map() : titlesIn(compared.before) }
}

/** Everything that the publication dialog shows, before anything is published. */
export const publicationPlan = async (entered: Entered): Promise<PublicationPlan> => {
  const { database, options, head } = entered
  const { state, known, base, after, compared, version } = await comparison(entered)
  const published = known.filter(({ status }) => status !== 'draft')
  const receding = recedingVersion(version.proposed, publishedVersions(known))
  const placed = placeFindings(receding, { document: documentOf(state), rows: state.rows, isArranged: state.isArranged })
  const uses = await options.usage?.countByRevision?.(database, published.map(({ id }) => id))
  return {
    sequence: state.sequence,
    findings: [...checkedDraft(state).findings, ...placed].toSorted((one, other) => weight(one.severity) - weight(other.severity)),
    base: base === undefined ? null : { version: base.version, publishedAt: await publishedAt(database, base.id) },
    ...(compared === null ? { difference: null, titles: {}, parts: [] } : differenceOf(compared)),
    version: { ...version, highest: highestVersion(publishedVersions(known)) ?? null },
    running: published
      .flatMap(({ id, version, status }) => {
        const count = uses?.get(id) ?? 0
        return count > 0 && status !== 'draft' ? [{ version, status, uses: count }] : []
      })
      .toSorted((one, other) => compareVersions(other.version, one.version)),
    maySimulate: options.usage?.simulate !== undefined,
    destinations: compared === null ? [] : destinationsOf(compared),
    audience: audienceOf(after?.binding?.visibility, head.owner),
  }
}

const weight = (severity: 'error' | 'warning' | 'info'): number => (severity === 'error' ? 0 : severity === 'warning' ? 1 : 2)

type Compared = { readonly before: ReferentielDocument; readonly after: ReferentielDocument }

const titlesIn = (document: ReferentielDocument): ReadonlyMap<string, string> => {
  const { text } = localiseIn(document, undefined)
  return new Map(
    document.nodes.flatMap((node): readonly [string, string][] => [
      [node.code, text(node.title)],
      ...(node.questions ?? []).map((question): [string, string] => [question.code, text(question.prompt)]),
    ]),
  )
}

/** The parts whose change says something of the version: not its own number, nor who may see it. */
const comparedParts = (document: ReferentielDocument): Readonly<Record<string, unknown>> => {
  const { nodes: _nodes, format: _format, id: _id, version: _version, status: _status, ...parts } = document
  return parts
}

const differingParts = ({ before, after }: Compared): readonly string[] => {
  const [old, now] = [comparedParts(before), comparedParts(after)]
  return [...new Set([...Object.keys(old), ...Object.keys(now)])].filter((name) => canonicalText(old[name] ?? null) !== canonicalText(now[name] ?? null))
}

const differenceOf = (compared: Compared): Pick<PublicationPlan, 'difference' | 'titles' | 'parts'> => {
  const { added, removed, moved, reworded, rescored, changed } = nodeDifference(compared.before, compared.after)
  const [old, now] = [titlesIn(compared.before), titlesIn(compared.after)]
  const codes = [...added, ...removed, ...changed]
  return {
    difference: { added: [...added], removed: [...removed], moved: [...moved], reworded: [...reworded], rescored: [...rescored], changed: [...changed] },
    titles: Object.fromEntries(codes.map((code) => [code, now.get(code) ?? old.get(code) ?? ''])),
    parts: [...differingParts(compared)],
  }
}

const sizes: Readonly<Record<VersionChange, number>> = { none: 0, patch: 1, minor: 2, major: 3 }

type Reason = Parameters<typeof reasonText>[0] & { readonly size: VersionChange }

/** Why a change is as large as it is: each part by itself, beside everything else as it was. */
const reasonsOf = ({ before, after }: Compared): readonly Reason[] => {
  const { added, removed, reworded, rescored, moved } = nodeDifference(before, after)
  const withNodes = (nodes: ReferentielDocument['nodes']): VersionChange => changeBetween(before, { ...before, nodes })
  const kept = new Map(before.nodes.map((node) => [node.code, node]))
  const grown = withNodes([...before.nodes, ...after.nodes.filter(({ code }) => !kept.has(code))])
  const parts = differingParts({ before, after }).map((part): Reason => {
    const [old, now] = [comparedParts(before)[part], comparedParts(after)[part]]
    const parsed = referentielDocument.safeParse(now === undefined ? withoutPart(before, part) : { ...before, [part]: now })
    return { about: 'part', part, size: parsed.success && old !== now ? changeBetween(before, parsed.data) : 'major' }
  })
  const ofNodes: readonly Reason[] = [
    { about: 'removed', count: removed.length, size: 'major' },
    { about: 'rescored', count: rescored.length, size: withNodes(after.nodes.filter(({ code }) => kept.has(code)).concat(before.nodes.filter(({ code }) => removed.includes(code)))) },
    { about: 'added', count: added.length, size: grown },
    { about: 'moved', count: moved.length, size: 'patch' },
    { about: 'reworded', count: reworded.length, size: 'patch' },
  ]
  return [...ofNodes.filter((reason) => 'count' in reason && reason.count > 0), ...parts]
    .filter(({ size }) => size !== 'none')
    .toSorted((one, other) => sizes[other.size] - sizes[one.size])
}

const withoutPart = (document: ReferentielDocument, part: string): unknown =>
  Object.fromEntries(Object.entries(document).filter(([name]) => name !== part))

type Versioning = {
  readonly state: DraftState
  /** Versions that exist beside the draft. */
  readonly known: readonly StoredVersion[]
  readonly compared: Compared | null
}

const versionOf = ({ state, known, compared }: Versioning): Omit<PublicationPlan['version'], 'highest'> => {
  if (compared === null) return { current: state.version, proposed: state.version, size: 'none', reasons: [] }
  const size = changeBetween(compared.before, compared.after)
  const least = nextVersion(compared.before.version, size)
  const taken = new Set(known.map(({ version }) => version))
  // What the author chose stands where it says enough.
  const isEnough = compareVersions(state.version, least) >= 0
  return {
    current: state.version,
    proposed: isEnough ? state.version : free(least, { size, taken }),
    size,
    reasons: reasonsOf(compared).map(reasonText),
  }
}

const free = (version: string, { size, taken }: { readonly size: VersionChange; readonly taken: ReadonlySet<string> }): string =>
  taken.has(version) ? free(nextVersion(version, size), { size, taken }) : version

type Destination = PublicationPlan['destinations'][number]
type Fate = Destination['proposals'][number]['kind']

const fates: ReadonlySet<string> = new Set(['renamed', 'merged', 'split', 'removed'])
const isFate = (kind: string): kind is Fate => fates.has(kind)

/** Old codes that lead nowhere yet, with what the difference says of them. */
const destinationsOf = ({ before, after }: Compared): Destination[] => {
  const missing = missingDestinations(before, after).flatMap(({ value }) => (typeof value === 'string' ? [value] : []))
  if (missing.length === 0) return []
  const proposed = new Map(proposeMigration(before, after).map((proposal) => [proposal.item.from, proposal]))
  const [old, now] = [titlesIn(before), titlesIn(after)]
  const nodes = new Set(before.nodes.map(({ code }) => code))
  return missing.map((code) => ({
    code,
    title: old.get(code) ?? '',
    isQuestion: !nodes.has(code),
    proposals: proposalsOf(proposed.get(code), now),
  }))
}

const proposalsOf = (proposal: Proposal | undefined, titles: ReadonlyMap<string, string>): Destination['proposals'] => {
  const removed = { kind: 'removed' as const, to: [], likeness: 0 }
  const kind = proposal?.item.kind
  if (proposal === undefined || kind === undefined || !isFate(kind) || kind === 'removed') return [removed]
  const to = (proposal.item.to ?? []).map((code) => ({ code, title: titles.get(code) ?? '' }))
  return [{ kind, to, likeness: proposal.likeness ?? 0 }, removed]
}
