import { beforeAll, describe, expect, it } from 'vitest'

import { countQueries } from './count-queries.ts'
import { restClient } from './rest-client.ts'
import { testPayload, type TestPayload } from './test-payload.ts'

describe('The integration tests', () => {
  let app: TestPayload
  beforeAll(async () => {
    app = await testPayload()
  })

  const createUser = (email: string) =>
    app.payload.create({
      collection: 'users',
      data: { email, password: 'une longue phrase de passe', firstName: 'Ana', lastName: 'Démo', staff: 'admin' },
      overrideAccess: true,
    })

  it('work on a migrated copy of their own', async () => {
    expect(new URL(app.databaseUrl).pathname).toMatch(/^\/t_[0-9a-f]{12}$/)
    expect(await app.payload.count({ collection: 'users', overrideAccess: true })).toEqual({ totalDocs: 0 })
  })

  it('call REST in process, as nobody and as somebody', async () => {
    const user = await createUser('pilote@demo.test')
    const rest = restClient(app.payload)
    const signedIn = await rest.as(user)

    const nobody = await rest.get('/api/users/me')
    const somebody = await signedIn.get('/api/users/me')

    expect(await nobody.json()).toMatchObject({ user: null })
    expect(await somebody.json()).toMatchObject({ user: { id: user.id, email: 'pilote@demo.test' } })
  })

  it('keep both sessions of a person who signs in twice', async () => {
    const user = await createUser('deux@demo.test')
    const rest = restClient(app.payload)
    const first = await rest.as(user)
    const second = await rest.as(user)

    const answers = await Promise.all([first, second].map(async (client) => (await client.get('/api/users/me')).json()))

    expect(answers).toMatchObject([{ user: { id: user.id } }, { user: { id: user.id } }])
  })

  it('count the statements of a piece of work', async () => {
    const { count, statements } = await countQueries(app.payload, () =>
      app.payload.find({ collection: 'users', limit: 5, pagination: false, overrideAccess: true }),
    )

    expect(count).toBe(1)
    expect(statements[0]).toMatch(/from "users"/)
  })
})
