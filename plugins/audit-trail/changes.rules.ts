import type { FlattenedBlock, FlattenedField } from 'payload'

import { asJson, canonicalJson, isJsonObject, type JsonObject } from './canonical-json.ts'
import type { Json, StoredDocument } from './types.ts'

// Decides what of a changed document an entry shows: the fields that differ, without their secrets.
// It does not decide who reads entries, nor whether a change is recorded.

export const redacted = '•••'

/** What Payload adds to an auth collection and nobody else may learn: proofs of identity and what yields them. */
export const authSecrets: readonly string[] = [
  'hash', 'salt', 'password', 'sessions', 'resetPasswordToken', 'resetPasswordExpiration',
  'resetPasswordRequestedAt', '_verificationToken', 'apiKey', 'apiKeyIndex',
]

/** The entry says which document and when, so these would only repeat it. */
const toldElsewhere: ReadonlySet<string> = new Set(['id', 'createdAt', 'updatedAt'])

export type DocumentShape = {
  readonly fields: readonly FlattenedField[]
  readonly isLocalized: boolean
  /** Names that are secret at any depth. */
  readonly secretFields: ReadonlySet<string>
  /** Blocks that fields name by slug (`blockReferences`). */
  readonly blockNamed: (slug: string) => FlattenedBlock | undefined
}

const isEmpty = (value: Json | undefined): boolean => value === undefined || value === null

const isSame = (one: Json | undefined, other: Json | undefined): boolean =>
  isEmpty(one) ? isEmpty(other) : !isEmpty(other) && canonicalJson(one ?? null) === canonicalJson(other ?? null)

const mapMembers = (value: JsonObject, change: (name: string, member: Json) => Json): JsonObject =>
  Object.fromEntries(Object.entries(value).map(([name, member]) => [name, change(name, member)]))

const isSecret = (shape: DocumentShape, name: string, field: FlattenedField | undefined): boolean =>
  field?.custom?.audit === 'secret' || shape.secretFields.has(name)

const withoutSecrets = (shape: DocumentShape, fields: readonly FlattenedField[], value: Json): Json => {
  if (!isJsonObject(value)) return value
  return mapMembers(value, (name, member) => {
    if (isEmpty(member)) return null
    const field = fields.find((candidate) => candidate.name === name)
    if (isSecret(shape, name, field)) return redacted
    if (field === undefined) return member
    const isPerLocale = shape.isLocalized && 'localized' in field && field.localized === true && isJsonObject(member)
    return isPerLocale
      ? mapMembers(member, (_locale, translation) => inside(shape, field, translation))
      : inside(shape, field, member)
  })
}

const inside = (shape: DocumentShape, field: FlattenedField, value: Json): Json => {
  switch (field.type) {
    case 'group':
    case 'tab':
      return withoutSecrets(shape, field.flattenedFields, value)
    case 'array':
      return Array.isArray(value) ? value.map((row: Json) => withoutSecrets(shape, field.flattenedFields, row)) : value
    case 'blocks':
      return Array.isArray(value) ? value.map((row: Json) => insideBlock(shape, field, row)) : value
    default:
      return value
  }
}

const insideBlock = (
  shape: DocumentShape,
  field: Extract<FlattenedField, { type: 'blocks' }>,
  row: Json,
): Json => {
  if (!isJsonObject(row)) return row
  const slug = row.blockType
  const own = [...(field.blockReferences ?? []), ...field.blocks].find(
    (block) => typeof block !== 'string' && block.slug === slug,
  )
  const block = typeof own === 'object' ? own : typeof slug === 'string' ? shape.blockNamed(slug) : undefined
  return block === undefined ? redacted : withoutSecrets(shape, block.flattenedFields, row)
}

/** The members that differ; groups are told apart member by member, lists are kept whole. */
const difference = (
  fields: readonly FlattenedField[],
  before: JsonObject,
  after: JsonObject,
): { readonly before: JsonObject; readonly after: JsonObject } => {
  const names = [...new Set([...Object.keys(before), ...Object.keys(after)])]
  const changed = names.filter((name) => !isSame(before[name], after[name]))
  const parts = changed.map((name) => {
    const [old, now] = [before[name] ?? null, after[name] ?? null]
    const field = fields.find((candidate) => candidate.name === name)
    const isGroup = field?.type === 'group' || field?.type === 'tab'
    if (!isGroup || !isJsonObject(old) || !isJsonObject(now)) return { name, old, now }
    const nested = difference(field.flattenedFields, old, now)
    return { name, old: nested.before, now: nested.after }
  })
  return {
    before: Object.fromEntries(parts.map(({ name, old }) => [name, old])),
    after: Object.fromEntries(parts.map(({ name, now }) => [name, now])),
  }
}

const told = (document: StoredDocument): JsonObject => {
  const json = asJson(document)
  if (!isJsonObject(json)) return {}
  return Object.fromEntries(
    Object.entries(json).filter(([name, value]) => !toldElsewhere.has(name) && !isEmpty(value)),
  )
}

/**
 * What an entry shows of a change: only the fields that differ, secrets as `•••` (so that one sees *that* a
 * password changed, never to what). A side without document is null.
 */
export const changesOf = (
  shape: DocumentShape,
  { before, after }: { readonly before: StoredDocument | null; readonly after: StoredDocument | null },
): { readonly before: Json; readonly after: Json } => {
  const changed = difference(shape.fields, told(before ?? {}), told(after ?? {}))
  return {
    before: before === null ? null : withoutSecrets(shape, shape.fields, changed.before),
    after: after === null ? null : withoutSecrets(shape, shape.fields, changed.after),
  }
}
