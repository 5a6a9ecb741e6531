import { randomUUID } from 'node:crypto'

import { beforeAll, describe, expect, it } from 'vitest'

import { emptyDatabase } from '../../../tests/support/empty-database.ts'
import { type TenancyApp, tenancyApp } from './tenancy-app.ts'

let app: TenancyApp
let home: string
let abroad: string
let own: string
let foreign: string
let insider: object
let nobody: object

const system = { overrideAccess: true } as const
const idOf = ({ id }: { readonly id?: string }): string => {
  if (id === undefined) throw new Error('no id')
  return id
}

beforeAll(async () => {
  app = await tenancyApp(await emptyDatabase())
  const { api } = app
  home = idOf(await api.create({ collection: 'houses', data: { name: 'home' }, ...system }))
  abroad = idOf(await api.create({ collection: 'houses', data: { name: 'abroad' }, ...system }))
  own = idOf(await api.create({ collection: 'letters', data: { house: home, title: 'own' }, ...system }))
  foreign = idOf(await api.create({ collection: 'letters', data: { house: abroad, title: 'foreign' }, ...system }))
  insider = { id: randomUUID(), collection: 'people', reads: [home], writes: [home] }
  nobody = { id: randomUUID(), collection: 'people' }
})

const configOf = (slug: string) => {
  const collection = app.payload.config.collections.find((candidate) => candidate.slug === slug)
  if (collection === undefined) throw new Error(`no collection ${slug}`)
  return collection
}

const as = (user: object) => ({ overrideAccess: false, user })

describe('Versions', () => {
  const versionsOf = async (id: string, user: object) =>
    (await app.api.findVersions({ collection: 'letters', where: { parent: { equals: id } }, ...as(user) })).docs ?? []

  it('are read at home', async () => {
    expect(await versionsOf(own, insider)).not.toEqual([])
  })

  it('are not read abroad', async () => {
    expect(await versionsOf(foreign, insider)).toEqual([])
  })

  it('would be, if their guard were taken away', async () => {
    const { access } = configOf('letters')
    const guard = access.readVersions
    access.readVersions = () => true
    expect(await versionsOf(foreign, insider)).not.toEqual([])
    access.readVersions = guard
  })
})

describe('A relation', () => {
  const bodies = (letter: string): Readonly<Record<string, object>> => ({
    letter: { letter },
    'letter as a document': { letter: { id: letter } },
    letters: { letters: [own, letter] },
    anything: { anything: { relationTo: 'letters', value: letter } },
    'group.letter': { group: { letter } },
    'rows.letter': { rows: [{ letter: own }, { letter }] },
    inRow: { inRow: letter },
    'tab.letter': { tab: { letter } },
    inTab: { inTab: letter },
    'blocks.letter': { blocks: [{ blockType: 'quote', letter }] },
  })
  const places = Object.keys(bodies(''))

  it.each(places)('%s points to a row of the same tenant', async (place) => {
    const data = { house: home, title: 'bundle', ...bodies(own)[place] }
    await expect(app.api.create({ collection: 'bundles', data, ...as(insider) })).resolves.toMatchObject({})
  })

  it.each(places)('%s never points to another tenant’s, not even in a draft or for the system', async (place) => {
    const data = { house: home, title: 'bundle', ...bodies(foreign)[place] }
    for (const options of [as(insider), { ...as(insider), draft: true }, system]) {
      await expect(app.api.create({ collection: 'bundles', data, ...options })).rejects.toThrow(/foreign/)
    }
  })

  it('to a row that does not exist is refused in the same words', async () => {
    const data = { house: home, letter: randomUUID() }
    await expect(app.api.create({ collection: 'bundles', data, ...as(insider) })).rejects.toThrow(/foreign letter/)
  })

  it('to another tenant’s row is refused on update too', async () => {
    const id = idOf(await app.api.create({ collection: 'bundles', data: { house: home }, ...as(insider) }))
    await expect(
      app.api.update({ collection: 'bundles', id, data: { letter: foreign }, ...as(insider) }),
    ).rejects.toThrow(/foreign/)
  })

  it('could, if its guard were taken away', async () => {
    const { hooks } = configOf('bundles')
    const all = hooks.beforeValidate
    hooks.beforeValidate = all.slice(0, 1)
    const data = { house: home, title: 'bundle', letter: foreign }
    await expect(app.api.create({ collection: 'bundles', data, ...system })).resolves.toMatchObject({})
    hooks.beforeValidate = all
  })
})

describe('Someone without any tenant', () => {
  it('reads, makes, changes and removes nothing', async () => {
    const { api } = app
    await expect(api.find({ collection: 'letters', ...as(nobody) })).rejects.toMatchObject({ status: 403 })
    await expect(api.create({ collection: 'letters', data: { house: home }, ...as(nobody) })).rejects.toMatchObject({
      status: 403,
    })
    await expect(
      api.update({ collection: 'letters', id: own, data: { title: 'x' }, ...as(nobody) }),
    ).rejects.toMatchObject({ status: 403 })
    await expect(api.delete({ collection: 'letters', id: own, ...as(nobody) })).rejects.toMatchObject({ status: 403 })
  })
})

describe('A tenant', () => {
  it.each([
    ['another id', () => abroad],
    ['a list of one’s own', () => [home]],
    ['an object with another id', () => ({ id: abroad })],
    ['nothing', () => undefined],
  ])('given as %s is not a way to create abroad', async (_case, house) => {
    const attempt = app.api.create({ collection: 'letters', data: { house: house(), title: 'x' }, ...as(insider) })
    await expect(attempt).rejects.toThrow()
  })
})
