/** One line of `npm run bench` (design.md §6). `ok` compares the median ratio with the budget, nothing else. */
export type Row = {
  readonly name: string
  /** The median of what was measured on this machine, in `unit`. */
  readonly value: number
  readonly unit: string
  /** The median of value ÷ yardstick, round by round. */
  readonly ratio: number
  /** What the yardstick does. */
  readonly against: string
  /** What the ratio must keep: `≥ 0.35` or `≤ 1.5`. */
  readonly budget: string
  readonly ok: boolean
}

export type Budget = { readonly atLeast: number } | { readonly atMost: number }

type Measured = {
  readonly name: string
  readonly unit: string
  readonly against: string
  readonly budget: Budget
  /** Measures once; the smaller or larger the better, as the budget says. */
  readonly subject: () => Promise<number>
  readonly yardstick: () => Promise<number>
  readonly rounds?: number
}

/** The middle of a list of numbers; of two middles the lower one. */
export const median = (values: readonly number[]): number =>
  [...values].sort((one, other) => one - other)[Math.floor((values.length - 1) / 2)] ?? Number.NaN

const rounded = (value: number): number => Number(value.toPrecision(4))

/**
 * Measures a subject and its yardstick in turn, so that both meet the same moods of the machine, and compares
 * round by round. A first round warms both up and is not counted.
 */
export const measure = async ({ name, unit, against, budget, subject, yardstick, rounds = 5 }: Measured): Promise<Row> => {
  await subject()
  await yardstick()
  const pairs: { readonly value: number; readonly ratio: number }[] = []
  for (let round = 0; round < rounds; round += 1) {
    const value = await subject()
    pairs.push({ value, ratio: value / (await yardstick()) })
  }
  const ratio = median(pairs.map((pair) => pair.ratio))
  return {
    name,
    value: rounded(median(pairs.map((pair) => pair.value))),
    unit,
    ratio: rounded(ratio),
    against,
    budget: 'atLeast' in budget ? `≥ ${budget.atLeast}` : `≤ ${budget.atMost}`,
    ok: 'atLeast' in budget ? ratio >= budget.atLeast : ratio <= budget.atMost,
  }
}
