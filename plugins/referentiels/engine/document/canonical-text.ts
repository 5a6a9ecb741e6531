/** Code units, so that every machine sorts alike whatever its language. */
const byCodeUnit = (one: string, other: string): number => (one < other ? -1 : one > other ? 1 : 0)

const isBlock = (value: unknown): value is Readonly<Record<string, unknown>> => typeof value === 'object' && value !== null

/**
 * One text for one content (`referentiel-format.md` §3.7): JSON without spaces, keys in code-unit order, as in
 * RFC 8785. The content hash is the SHA-256 of this text; for a document, of its normal form (`normalise`).
 */
export const canonicalText = (value: unknown): string => {
  if (Array.isArray(value)) return `[${value.map(canonicalText).join(',')}]`
  if (!isBlock(value)) return JSON.stringify(value)
  const members = Object.entries(value).filter(([, member]) => member !== undefined)
  return `{${members
    .sort(([one], [other]) => byCodeUnit(one, other))
    .map(([key, member]) => `${JSON.stringify(key)}:${canonicalText(member)}`)
    .join(',')}}`
}
