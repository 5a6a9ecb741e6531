import { readFileSync } from 'node:fs'
import path from 'node:path'

import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'

import { isFiness } from '#domain/identity/finess.rules.ts'
import { siretProblem } from '#domain/identity/siret.rules.ts'

import { demoSchema } from './demo.schema.ts'

const demo = demoSchema.parse(parse(readFileSync(path.resolve('demo/accounts.yaml'), 'utf8')))

const people = new Map(demo.people.map((person) => [person.email, person]))
const organisations = new Map(demo.organisations.map((organisation) => [organisation.number, organisation]))
const network = demo.networks.find(({ managers }) => managers.includes('reseau@demo.test'))
const members = network?.members.map(({ organisation }) => organisation) ?? []

const rolesOf = (email: string) =>
  demo.organisations.flatMap(({ number, members: team }) =>
    team.filter((member) => member.email === email).map(({ role }) => ({ number, role })),
  )

const twice = (values: readonly (string | number)[]) => values.filter((value, index) => values.indexOf(value) !== index)

describe('the demonstration accounts', () => {
  it('are those that the design names, each with its part', () => {
    expect(demo.password).toBe('demonstration')
    expect(people.get('equipe@demo.test')?.staff).toBe('admin')
    expect(network?.managers).toEqual(['reseau@demo.test'])
    expect(demo.organisations.filter(({ mandates }) => mandates.some(({ consultant }) => consultant === 'consultant@demo.test')).length).toBeGreaterThanOrEqual(2)
    expect(rolesOf('pilote@demo.test')).toContainEqual({ number: 6590, role: 'admin' })
    expect(rolesOf('contributeur@demo.test')).toContainEqual({ number: 6590, role: 'contributor' })
    expect(rolesOf('lecteur@demo.test')).toContainEqual({ number: 6590, role: 'reader' })
  })

  it('put the deck’s three accounts into a network of four seats', () => {
    expect(network?.seats).toBe(4)
    expect([...members].sort((one, other) => one - other)).toEqual([418, 6590, 6628])
    for (const number of members) expect(organisations.has(number)).toBe(true)
  })

  it('have an administrator of another organisation outside the network', () => {
    expect(rolesOf('pilote2@demo.test')).toMatchObject([{ role: 'admin' }])
    for (const { number } of rolesOf('pilote2@demo.test')) expect(members).not.toContain(number)
  })

  it('name nobody that is not defined, and nobody twice', () => {
    const named = demo.organisations.flatMap(({ members: team, invitations, mandates }) => [
      ...team.map(({ email }) => email),
      ...invitations.map(({ invitedBy }) => invitedBy),
      ...mandates.map(({ consultant }) => consultant),
    ])
    expect([...named, ...demo.networks.flatMap(({ managers }) => managers)].filter((email) => !people.has(email))).toEqual([])
    expect(twice(demo.people.map(({ email }) => email))).toEqual([])
    expect(twice(demo.organisations.map(({ number }) => number))).toEqual([])
    for (const { members: team } of demo.organisations) expect(twice(team.map(({ email }) => email))).toEqual([])
  })

  it('leave no organisation without an administrator', () => {
    for (const { name, members: team } of demo.organisations) {
      expect(team.some(({ role }) => role === 'admin'), name).toBe(true)
    }
  })

  it('show a team in three roles, with an invitation that waits and one that expired', () => {
    const { members: team = [], invitations = [] } = organisations.get(6590) ?? {}
    expect(team.length).toBeGreaterThanOrEqual(8)
    expect(new Set(team.map(({ role }) => role))).toEqual(new Set(['admin', 'contributor', 'reader']))
    expect(invitations.map(({ expiresIn }) => Math.sign(expiresIn)).sort()).toEqual([-1, 1])
    for (const { email } of invitations) expect(people.has(email)).toBe(false)
  })

  it('show a discovery offer that runs and one that is over', () => {
    const ends = demo.organisations.flatMap(({ subscription }) => (subscription?.formula === 'discovery' ? [subscription.end] : []))
    expect(ends.some((end) => end > 0)).toBe(true)
    expect(ends.some((end) => end < 0)).toBe(true)
  })

  it('have well-formed numbers', () => {
    for (const { siret, establishments } of demo.organisations) {
      if (siret !== undefined) expect(siretProblem(siret), siret).toBeNull()
      for (const { finess } of establishments) expect(finess === undefined || isFiness(finess), finess).toBe(true)
    }
    expect(demo.organisations.flatMap(({ establishments }) => establishments).length).toBeGreaterThanOrEqual(2)
  })
})
