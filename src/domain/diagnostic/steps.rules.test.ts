import { describe, expect, it } from 'vitest'

import type { CriterionStep, StepState } from './steps.rules.ts'
import { firstToOpen, neighbour, nextStep, stepState } from './steps.rules.ts'

const step = (code: string, state: StepState, isWritable = true): CriterionStep => ({ code, state, isWritable })
const social = [step('c13', 'answered'), step('c14', 'unanswered'), step('c15', 'answered'), step('c31', 'started')]

describe('The criterion that opens first', () => {
  it('is the first that waits for an answer', () => {
    expect(firstToOpen(social, null)).toBe('c14')
  })

  it('is the one that the address names, answered or not', () => {
    expect(firstToOpen(social, 'c15')).toBe('c15')
  })

  it('is never one that does not apply, nor one of another page', () => {
    expect(firstToOpen([step('c1', 'notApplicable'), ...social], 'c1')).toBe('c14')
    expect(firstToOpen(social, 'c99')).toBe('c14')
  })

  it('is one that the person may answer', () => {
    expect(firstToOpen([step('c1', 'unanswered', false), step('c2', 'unanswered')], null)).toBe('c2')
  })

  it('is none when nothing waits, or for a reader', () => {
    expect(firstToOpen([step('c1', 'answered'), step('c2', 'notConcerned')], null)).toBeNull()
    expect(firstToOpen([step('c1', 'unanswered', false)], null)).toBeNull()
  })
})

describe('What comes next', () => {
  const pages = [
    { code: 'gouvernance', answered: 4, applicable: 4 },
    { code: 'social', answered: 3, applicable: 5 },
    { code: 'environnement', answered: 5, applicable: 5 },
    { code: 'loyaute', answered: 1, applicable: 4 },
  ]

  it('is the next criterion of the page that waits, in the page’s order', () => {
    expect(nextStep({ criteria: social, open: 'c14', pages, page: 'social' })).toEqual({ kind: 'criterion', code: 'c31' })
  })

  it('comes back to one that was passed over', () => {
    expect(nextStep({ criteria: social, open: 'c31', pages, page: 'social' })).toEqual({ kind: 'criterion', code: 'c14' })
  })

  it('is the first that waits when none is open', () => {
    expect(nextStep({ criteria: social, open: null, pages, page: 'social' })).toEqual({ kind: 'criterion', code: 'c14' })
  })

  it('is the next page that waits when this one is done', () => {
    const criteria = [step('c13', 'answered')]
    expect(nextStep({ criteria, open: 'c13', pages, page: 'social' })).toEqual({ kind: 'page', code: 'loyaute' })
    expect(nextStep({ criteria, open: null, pages, page: 'loyaute' })).toEqual({ kind: 'page', code: 'social' })
  })

  it('is nothing when all is answered', () => {
    const done = pages.map((page) => ({ ...page, answered: page.applicable }))
    expect(nextStep({ criteria: [step('c1', 'answered')], open: 'c1', pages: done, page: 'social' })).toEqual({ kind: 'done' })
  })

  it('is not the open criterion itself', () => {
    expect(nextStep({ criteria: [step('c1', 'unanswered')], open: 'c1', pages: [], page: 'p' })).toEqual({ kind: 'done' })
  })
})

describe('The state of a criterion', () => {
  it.each([
    [{ applicability: 'doesNotApply', isNotConcerned: true, answered: 0, expected: 1 }, 'notApplicable'],
    [{ applicability: 'applies', isNotConcerned: true, answered: 0, expected: 1 }, 'notConcerned'],
    [{ applicability: 'applies', isNotConcerned: false, answered: 0, expected: 3 }, 'unanswered'],
    [{ applicability: 'applies', isNotConcerned: false, answered: 2, expected: 3 }, 'started'],
    [{ applicability: 'applies', isNotConcerned: false, answered: 3, expected: 3 }, 'answered'],
    [{ applicability: 'applies', isNotConcerned: false, answered: 0, expected: 0 }, 'answered'],
    [{ applicability: 'unknown', isNotConcerned: false, answered: 0, expected: 0 }, 'uncertain'],
    [{ applicability: 'unknown', isNotConcerned: false, answered: 1, expected: 1 }, 'uncertain'],
    [{ applicability: 'unknown', isNotConcerned: true, answered: 0, expected: 0 }, 'notConcerned'],
  ] as const)('of %j is %s', (given, expected) => {
    expect(stepState(given)).toBe(expected)
  })
})

describe('Moving from criterion to criterion', () => {
  const codes = ['a', 'b', 'c']
  it.each([
    ['a', 1, 'b'], ['c', 1, 'c'], ['b', -1, 'a'], ['a', -1, 'a'], [null, 1, 'a'], [null, -1, 'c'],
  ] as const)('from %s by %i leads to %s', (from, by, to) => {
    expect(neighbour(codes, from, by)).toBe(to)
  })
})
