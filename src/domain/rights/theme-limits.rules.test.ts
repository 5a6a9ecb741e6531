import { describe, expect, it } from 'vitest'

import type { Actor, Membership } from './rights.rules.ts'
import { isWithinThemeLimits } from './theme-limits.rules.ts'

const nobody: Actor = { user: 'u', staff: 'none', memberships: [], mandates: [], networks: [] }
const member = (membership: Partial<Membership>): Actor => ({
  ...nobody,
  memberships: [{ organisation: 'a', role: 'contributor', themeLimits: [], ...membership }],
})
const branch = { organisation: 'a', referentiel: 'r', lineage: ['c1', 'gouvernance'] }
const limit = (node: string, referentiel = 'r') => ({ themeLimits: [{ referentiel, node }] })

describe('A contributor limited to themes', () => {
  it.each([
    ['without limits writes everywhere', member({}), true],
    ['writes to a criterion below the theme', member(limit('gouvernance')), true],
    ['writes to the criterion itself', member(limit('c1')), true],
    ['writes to no other theme', member(limit('territoire')), false],
    ['has no branch of the same name in another référentiel', member(limit('gouvernance', 'other')), false],
    ['has no branch in another organisation', member({ organisation: 'b' }), false],
  ])('%s', (_what, actor, expected) => {
    expect(isWithinThemeLimits(actor, branch)).toBe(expected)
  })

  it('is never limited as an administrator', () => {
    expect(isWithinThemeLimits(member({ role: 'admin', ...limit('territoire') }), branch)).toBe(true)
  })

  it('is not a consultant, whom the mandate lets write', () => {
    expect(isWithinThemeLimits({ ...nobody, mandates: [{ id: 'm', organisation: 'a', onBehalfOf: 'x' }] }, branch)).toBe(true)
    expect(isWithinThemeLimits({ ...nobody, mandates: [{ id: 'm', organisation: 'b', onBehalfOf: 'x' }] }, branch)).toBe(false)
  })

  it('is nobody who is not of the house', () => {
    expect(isWithinThemeLimits({ ...nobody, staff: 'admin', networks: ['n'] }, branch)).toBe(false)
  })
})
