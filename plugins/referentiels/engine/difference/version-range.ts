/** Versions are three integers; a range is what `migrations[].from` may say (`referentiel-format.md` §3.2). */

type Version = readonly [number, number, number]
type Comparator = { readonly operator: '<' | '<=' | '>' | '>='; readonly version: Version }

const part = /^(>=|<=|>|<|=|\^|~)?(\d{1,9})(?:\.(\d{1,9}|x|\*))?(?:\.(\d{1,9}|x|\*))?$/

/** The order of two versions: negative when the first is lower. Throws for what is no version. */
export const compareVersions = (one: string, other: string): number => compare(versionOf(one), versionOf(other))

const versionOf = (text: string): Version => {
  const parts = /^(\d+)\.(\d+)\.(\d+)$/.exec(text)
  if (!parts) throw new RangeError(`Not a version: ${text}`)
  return [Number(parts[1]), Number(parts[2]), Number(parts[3])]
}

const compare = (one: Version, other: Version): number => one[0] - other[0] || one[1] - other[1] || one[2] - other[2]

/**
 * A range as a test on versions, or nothing when it can't be read. It knows exact versions, `1.x`, `1.2.*`, `^1.2.0`,
 * `~1.2.0`, comparisons joined by spaces, and `||` between alternatives.
 */
export const versionRange = (range: string): ((version: string) => boolean) | undefined => {
  const alternatives = range.split('||').map((alternative) => {
    const words = alternative.trim().split(/\s+/)
    const comparators = words.map(comparatorsOf)
    return comparators.includes(undefined) ? undefined : comparators.flatMap((each) => each ?? [])
  })
  if (alternatives.includes(undefined)) return undefined
  return (version) => {
    const tested = versionOf(version)
    return alternatives.some((all) => all?.every((comparator) => holds(comparator, tested)))
  }
}

const holds = ({ operator, version }: Comparator, tested: Version): boolean => {
  const order = compare(tested, version)
  switch (operator) {
    case '<':
      return order < 0
    case '<=':
      return order <= 0
    case '>':
      return order > 0
    case '>=':
      return order >= 0
  }
}

const comparatorsOf = (word: string): readonly Comparator[] | undefined => {
  const parts = part.exec(word)
  if (!parts) return undefined
  const [, operator = '', major = '0', ...rest] = parts
  const [minor, patch] = rest.map((each) => (each === undefined || each === 'x' || each === '*' ? undefined : Number(each)))
  // `1.x.3` says nothing.
  if (minor === undefined && patch !== undefined) return undefined
  const lowest: Version = [Number(major), minor ?? 0, patch ?? 0]
  const above = nextAbove(operator, lowest, minor === undefined ? 0 : patch === undefined ? 1 : 2)
  switch (operator) {
    case '>':
      return [{ operator: '>=', version: above }]
    case '>=':
      return [{ operator: '>=', version: lowest }]
    case '<':
      return [{ operator: '<', version: lowest }]
    case '<=':
      return [{ operator: '<', version: above }]
    default:
      return [{ operator: '>=', version: lowest }, { operator: '<', version: above }]
  }
}

/** The first version above what a word covers: `^1.2.0` goes up to 2, `~1.2.0` and `1.2.x` to 1.3, `1.2.0` to 1.2.1. */
const nextAbove = (operator: string, [major, minor, patch]: Version, precision: 0 | 1 | 2): Version => {
  if (precision === 0) return [major + 1, 0, 0]
  if (operator === '^') {
    if (major > 0) return [major + 1, 0, 0]
    return minor > 0 || precision === 1 ? [0, minor + 1, 0] : [0, 0, patch + 1]
  }
  if (precision === 1 || operator === '~') return [major, minor + 1, 0]
  return [major, minor, patch + 1]
}
