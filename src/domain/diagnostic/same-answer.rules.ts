const ordered = (_name: string, value: unknown): unknown =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? Object.fromEntries(Object.entries(value).sort()) : value

/**
 * Whether two answers are the same once stored: none is null, and the columns of a table's rows have no order, as the
 * database keeps them in its own.
 */
export const sameAnswer = (one: unknown, other: unknown): boolean =>
  JSON.stringify(one ?? null, ordered) === JSON.stringify(other ?? null, ordered)
