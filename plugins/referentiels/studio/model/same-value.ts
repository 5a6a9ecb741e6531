/** Whether two plain values say the same, whatever the order of their keys; absent and undefined are one. */
export const sameValue = (one: unknown, other: unknown): boolean => {
  if (Object.is(one, other)) return true
  if (Array.isArray(one) || Array.isArray(other)) {
    return Array.isArray(one) && Array.isArray(other) && one.length === other.length && one.every((item, index) => sameValue(item, other[index]))
  }
  if (!isBlock(one) || !isBlock(other)) return false
  const keys = new Set([...Object.keys(one), ...Object.keys(other)])
  return [...keys].every((key) => sameValue(one[key], other[key]))
}

const isBlock = (value: unknown): value is Readonly<Record<string, unknown>> => typeof value === 'object' && value !== null
