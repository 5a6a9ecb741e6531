import { canonicalText } from '../document/canonical-text.ts'
import type { ReferentielDocument } from '../document/document.schema.ts'
import type { ReferentielNode } from '../document/node.schema.ts'

/**
 * How far two versions of one référentiel are apart, and which number the later one deserves
 * (`referentiel-format.md` §3.8): patch for words, minor for what is added and may stay empty, major for what
 * changes the meaning of answers that exist. Documents are in normal form (`normalise`).
 */

export type VersionChange = 'none' | 'patch' | 'minor' | 'major'

const parts = (version: string): readonly [number, number, number] => {
  const [major = 0, minor = 0, patch = 0] = version.split('.').map(Number)
  return [major, minor, patch]
}

/** The lowest version that says a change since this one. */
export const nextVersion = (version: string, change: VersionChange): string => {
  const [major, minor, patch] = parts(version)
  switch (change) {
    case 'major':
      return `${major + 1}.0.0`
    case 'minor':
      return `${major}.${minor + 1}.0`
    case 'patch':
    case 'none':
      return `${major}.${minor}.${patch + 1}`
  }
}

/** Fields that only word, order, colour or document what is there: changing them is a patch. */
const wording: ReadonlySet<string> = new Set([
  'title', 'shortTitle', 'description', 'statement', 'about', 'stakes', 'levelTexts', 'number', 'order', 'methods',
  'respondent', 'inspiringQuestions', 'examples', 'evidence', 'resources', 'indicators', 'externalCode', 'prompt',
  'plainPrompt', 'help', 'label', 'short', 'color', 'symbol', 'note', 'rationale', 'publisher', 'rights', 'sources',
  'locales', 'defaultLocale', 'validFrom', 'validUntil', 'derivedFrom', 'binding', 'expect', 'migrations', 'status',
  'version', 'format', 'id',
])

type Block = Readonly<Record<string, unknown>>
const isBlock = (value: unknown): value is Block => typeof value === 'object' && value !== null && !Array.isArray(value)

const skeleton = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(skeleton)
  if (!isBlock(value)) return value
  return Object.fromEntries(
    Object.entries(value).flatMap(([key, member]) => (wording.has(key) ? [] : [[key, skeleton(member)]])),
  )
}

const isSame = (one: unknown, other: unknown): boolean =>
  one === undefined || other === undefined ? one === other : canonicalText(one) === canonicalText(other)

type Coded = { readonly code: string }

/** Everything that was there is there unchanged; what was added is accepted by `mayAdd`. */
const onlyGrows = <T>(
  before: readonly T[] = [],
  after: readonly T[] = [],
  { keyOf, isKept, mayAdd = () => true }: {
    readonly keyOf: (item: T) => string
    readonly isKept: (old: T, now: T) => boolean
    readonly mayAdd?: (item: T) => boolean
  },
): boolean => {
  const known = new Map(before.map((item) => [keyOf(item), item]))
  const now = new Map(after.map((item) => [keyOf(item), item]))
  const areKept = [...known].every(([key, item]) => {
    const same = now.get(key)
    return same !== undefined && isKept(item, same)
  })
  return areKept && [...now].every(([key, item]) => known.has(key) || mayAdd(item))
}

const sameSkeleton = (one: unknown, other: unknown): boolean => isSame(skeleton(one), skeleton(other))
const byCode = { keyOf: ({ code }: Coded) => code, isKept: sameSkeleton }

const isNodeKept = (one: ReferentielNode, other: ReferentielNode): boolean =>
  sameSkeleton({ ...one, questions: undefined }, { ...other, questions: undefined }) &&
  onlyGrows(one.questions, other.questions, byCode)

/** A node that asks nothing, or nothing that must be answered. */
const isOptionalNode = (node: ReferentielNode): boolean =>
  node.optional === true || (node.rating === undefined && (node.questions ?? []).every(({ required }) => required === false))

const isGrowth = (before: ReferentielDocument, after: ReferentielDocument): boolean =>
  onlyGrows(before.nodes, after.nodes, { keyOf: ({ code }) => code, isKept: isNodeKept, mayAdd: isOptionalNode }) &&
  onlyGrows(before.kinds, after.kinds, byCode) &&
  onlyGrows(before.profileFields, after.profileFields, byCode) &&
  onlyGrows(before.lists, after.lists, byCode) &&
  onlyGrows(before.scales, after.scales, byCode) &&
  onlyGrows(before.subsets, after.subsets, byCode) &&
  onlyGrows(before.dialogue?.questions, after.dialogue?.questions, byCode) &&
  onlyGrows(before.scoring?.rules, after.scoring?.rules, { keyOf: ({ rulesVersion }) => rulesVersion, isKept: isSame }) &&
  onlyGrows(before.mappings, after.mappings, { keyOf: ({ target }) => target, isKept: () => true }) &&
  before.presentation?.criterionKind === after.presentation?.criterionKind &&
  before.presentation?.pageKind === after.presentation?.pageKind

/** How far the second document is from the first, their version numbers apart. */
export const changeBetween = (before: ReferentielDocument, after: ReferentielDocument): VersionChange => {
  if (isSame({ ...before, version: '' }, { ...after, version: '' })) return 'none'
  if (sameSkeleton(before, after)) return 'patch'
  return isGrowth(before, after) ? 'minor' : 'major'
}
