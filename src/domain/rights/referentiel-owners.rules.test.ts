import { describe, expect, it } from 'vitest'

import { organisationsOf, ownersWrittenBy } from './referentiel-owners.rules.ts'
import type { Actor } from './rights.rules.ts'

const nobody: Actor = { user: 'u', staff: 'none', memberships: [], mandates: [], networks: [] }
const member = (role: 'admin' | 'contributor' | 'reader'): Actor => ({ ...nobody, memberships: [{ organisation: 'a', role, themeLimits: [] }] })

describe('Référentiels are written', () => {
  it('by nobody who is not signed in, or who belongs nowhere', () => {
    expect(ownersWrittenBy(null)).toEqual([])
    expect(ownersWrittenBy(nobody)).toEqual([])
  })

  it('for the platform by its staff', () => {
    expect(ownersWrittenBy({ ...nobody, staff: 'cress' })).toEqual([{ kind: 'platform', id: null }])
  })

  it('for every network and organisation by the platform’s administrators', () => {
    expect(ownersWrittenBy({ ...nobody, staff: 'admin' })).toEqual([
      { kind: 'platform', id: null }, { kind: 'network', id: null }, { kind: 'organisation', id: null },
    ])
  })

  it('for a network by its heads', () => {
    expect(ownersWrittenBy({ ...nobody, networks: ['n'] })).toEqual([{ kind: 'network', id: 'n' }])
  })

  it('for an organisation by its administrators alone', () => {
    expect(ownersWrittenBy(member('admin'))).toEqual([{ kind: 'organisation', id: 'a' }])
    for (const role of ['contributor', 'reader'] as const) expect(ownersWrittenBy(member(role))).toEqual([])
    expect(ownersWrittenBy({ ...nobody, mandates: [{ id: 'm', organisation: 'a', onBehalfOf: 'x' }] })).toEqual([])
  })
})

describe('Référentiels of an organisation', () => {
  it('are for its members and those who work for it', () => {
    expect(organisationsOf(member('reader'))).toEqual(['a'])
    expect(organisationsOf({ ...nobody, mandates: [{ id: 'm', organisation: 'a', onBehalfOf: 'x' }] })).toEqual(['a'])
    expect(organisationsOf({ ...nobody, staff: 'admin', networks: ['n'] })).toEqual([])
    expect(organisationsOf(null)).toEqual([])
  })
})
