import type { ConditionLine } from '../model/condition.rules.ts'
import type { Comparable } from './answerable.ts'
import type { ProfileFact } from './facts.ts'

/** What a field of the profile holds; a choice may have no options yet. */
export const comparableOf = ({ type, options }: ProfileFact): Comparable => ({ type: type === 'number' || type === 'boolean' ? type : 'choice', options })

const startOf = (of: Pick<ConditionLine, 'of' | 'name'>, { type, options }: Comparable): ConditionLine => {
  if (type === 'number') return { ...of, test: 'atLeast', values: [1] }
  if (type === 'boolean') return { ...of, test: 'is', values: [true] }
  const values = options.slice(0, 1).map(({ value }) => value)
  return values.length === 0 ? { ...of, test: 'answered', values: [] } : { ...of, test: 'among', values }
}

/** The line that one begins with for a field of the profile: it means something, and is changed from there. */
export const lineOfProfile = (field: ProfileFact): ConditionLine => startOf({ of: 'profile', name: field.value }, comparableOf(field))

/** The same for something that is answered; null where nothing of that code is. */
export const lineOfAnswer = (name: string, asked: Comparable | null): ConditionLine => startOf({ of: 'answer', name }, asked ?? { type: 'other', options: [] })
