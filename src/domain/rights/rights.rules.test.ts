import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import type { Actor, Role } from './rights.rules.ts'
import { hasRight, isPlatformAdmin, leavesAnAdministrator, organisationsWith, rights, rightsIn, roles } from './rights.rules.ts'

const nobody: Actor = { user: 'u', staff: 'none', memberships: [], mandates: [], networks: [] }
const member = (role: Role, organisation = 'a'): Actor => ({
  ...nobody,
  memberships: [{ organisation, role, themeLimits: [] }],
})

describe('Rights in an organisation', () => {
  it('are none for someone who is not signed in', () => {
    for (const right of rights) expect(organisationsWith(null, right)).toEqual([])
  })

  it('are all of them for its administrator', () => {
    expect(rightsIn(member('admin'), 'a')).toEqual(new Set(rights))
  })

  it('let a contributor write contents, not settings nor the team', () => {
    expect(rightsIn(member('contributor'), 'a')).toEqual(
      new Set(['organisation:read', 'team:read', 'content:read', 'content:write']),
    )
  })

  it('let a reader read only', () => {
    expect(rightsIn(member('reader'), 'a')).toEqual(new Set(['organisation:read', 'team:read', 'content:read']))
  })

  it('let a consultant work on contents under a mandate, without seeing the team', () => {
    const consultant: Actor = { ...nobody, mandates: [{ id: 'm', organisation: 'a', onBehalfOf: 'CRESS' }] }
    expect(rightsIn(consultant, 'a')).toEqual(new Set(['organisation:read', 'content:read', 'content:write']))
  })

  it('never give the platform, CRESS staff or a network head the contents of an organisation', () => {
    for (const staff of ['cress', 'admin'] as const) {
      const actor: Actor = { ...nobody, staff, networks: ['n'] }
      expect(hasRight(actor, 'content:read', 'a')).toBe(false)
      expect(hasRight(actor, 'content:write', 'a')).toBe(false)
    }
  })

  it('give the platform’s administrators every account, CRESS staff none', () => {
    expect(organisationsWith({ ...nobody, staff: 'admin' }, 'team:manage')).toBe('all')
    expect(organisationsWith({ ...nobody, staff: 'cress' }, 'team:manage')).toEqual([])
    expect(isPlatformAdmin({ ...nobody, staff: 'cress' })).toBe(false)
  })

  it('never reach an organisation that the person neither belongs to nor has a mandate for', () => {
    const ids = fc.constantFrom('a', 'b', 'c', 'd')
    const actors = fc.record({
      user: fc.constant('u'),
      staff: fc.constantFrom('none' as const, 'cress' as const),
      memberships: fc.array(
        fc.record({ organisation: ids, role: fc.constantFrom(...roles), themeLimits: fc.constant([]) }),
      ),
      mandates: fc.array(fc.record({ id: fc.uuid(), organisation: ids, onBehalfOf: fc.string() })),
      networks: fc.array(ids),
    })
    fc.assert(
      fc.property(actors, fc.constantFrom(...rights), (actor, right) => {
        const own = [...actor.memberships, ...actor.mandates].map(({ organisation }) => organisation)
        const reached = organisationsWith(actor, right)
        expect(reached).not.toBe('all')
        for (const organisation of reached) expect(own).toContain(organisation)
      }),
    )
  })
})

describe('The last administrator', () => {
  it('cannot leave', () => {
    expect(leavesAnAdministrator({ administrators: ['m1'], leaving: 'm1' })).toBe(false)
  })

  it('can leave once another one is there', () => {
    expect(leavesAnAdministrator({ administrators: ['m1', 'm2'], leaving: 'm1' })).toBe(true)
  })
})
