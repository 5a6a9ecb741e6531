import { beforeAll, describe, expect, it } from 'vitest'

import { auditApp, type AuditApp } from './audit-app.ts'
import { emptyDatabase } from '../../../tests/support/empty-database.ts'

let app: AuditApp
let person: { id: string; collection: 'people'; email: string }

const organisationOf = ({ doc }: { readonly doc: Readonly<Record<string, unknown>> }) =>
  typeof doc.organisation === 'string' ? doc.organisation : null

beforeAll(async () => {
  app = await auditApp(await emptyDatabase(), {
    organisationOf,
    actorOf: (req) => ({ onBehalfOf: typeof req.context.onBehalfOf === 'string' ? req.context.onBehalfOf : null }),
  })
  const created = await app.api.create({
    collection: 'people',
    data: { email: 'ecrit@demo.test', password: 'un-mot-de-passe', name: 'Écrit' },
  })
  person = { id: String(created.id), collection: 'people', email: 'ecrit@demo.test' }
})

/** The entries written by `work`, oldest first. */
const entriesOf = async (work: () => Promise<unknown>) => {
  const before = await app.rows('select id from audit_entries')
  await work()
  return app.rows(`select * from audit_entries order by at, id offset ${before.length}`)
}

const aNote = async (data: Record<string, unknown> = {}) => {
  const note = await app.api.create({ collection: 'notes', data: { title: 'Avant', ...data } })
  return String(note.id)
}

describe('The journal', () => {
  it('records a creation with what was written', async () => {
    const [entry, ...others] = await entriesOf(() => aNote({ organisation: 'org-1', address: { town: 'Nantes' } }))
    expect(others).toEqual([])
    expect(entry).toMatchObject({
      operation: 'create',
      collection: 'notes',
      organisation: 'org-1',
      actor: null,
      before: null,
      after: { title: 'Avant', organisation: 'org-1', address: { town: 'Nantes', street: null } },
    })
  })

  it('records a change with only the fields that changed, before and after, and who made it for whom', async () => {
    const id = await aNote({ organisation: 'org-1', address: { town: 'Nantes', street: 'Rue haute' } })
    const entries = await entriesOf(() =>
      app.api.update({
        collection: 'notes',
        id,
        data: { title: 'Après', address: { street: 'Rue basse' } },
        user: person,
        context: { onBehalfOf: 'org-2' },
      }),
    )
    expect(entries).toMatchObject([
      {
        operation: 'update',
        document: id,
        organisation: 'org-1',
        actor: person.id,
        actor_collection: 'people',
        on_behalf_of: 'org-2',
      },
    ])
    expect(entries[0]?.before).toEqual({ title: 'Avant', address: { street: 'Rue haute' } })
    expect(entries[0]?.after).toEqual({ title: 'Après', address: { street: 'Rue basse' } })
  })

  it('records a deletion with what was there', async () => {
    const id = await aNote({ organisation: 'org-1' })
    const entries = await entriesOf(() => app.api.delete({ collection: 'notes', id }))
    expect(entries).toMatchObject([
      { operation: 'delete', document: id, organisation: 'org-1', before: { title: 'Avant' }, after: null },
    ])
  })

  it('records one entry for each document of a bulk change and a bulk deletion', async () => {
    const ids = [await aNote(), await aNote(), await aNote()]
    const where = { id: { in: ids } }
    const updated = await entriesOf(() => app.api.update({ collection: 'notes', where, data: { title: 'Tous' } }))
    expect(updated.map((entry) => entry.document).sort()).toEqual(ids.toSorted())
    expect(updated.every((entry) => JSON.stringify(entry.before) === '{"title":"Avant"}')).toBe(true)
    const deleted = await entriesOf(() => app.api.delete({ collection: 'notes', where }))
    expect(deleted.map((entry) => entry.document).sort()).toEqual(ids.toSorted())
    expect(deleted.every((entry) => entry.operation === 'delete')).toBe(true)
  })

  it('sees what the caller did not select, may not read, or asked to have populated', async () => {
    const id = await aNote({ hidden: 'ancien', owner: person.id })
    const entries = await entriesOf(() =>
      app.api.update({
        collection: 'notes',
        id,
        data: { hidden: 'nouveau' },
        depth: 2,
        select: { title: true },
        overrideAccess: false,
      }),
    )
    expect(entries).toHaveLength(1)
    expect(entries[0]).toMatchObject({ before: { hidden: 'ancien' }, after: { hidden: 'nouveau' } })
  })

  it('shows what is stored, not what reading makes of it', async () => {
    const id = await aNote({ shown: 'un' })
    const entries = await entriesOf(() => app.api.update({ collection: 'notes', id, data: { shown: 'deux' } }))
    expect(entries).toMatchObject([{ before: { shown: 'un' }, after: { shown: 'deux' } }])
  })

  it('tells two changes of one document in one transaction apart', async () => {
    const id = await aNote({ title: 'Un' })
    const entries = await entriesOf(async () => {
      const transactionID = await app.payload.db.beginTransaction()
      if (transactionID === null) throw new Error('no transaction')
      const req = { transactionID }
      await app.api.update({ collection: 'notes', id, data: { title: 'Deux' }, req })
      await app.api.update({ collection: 'notes', id, data: { title: 'Trois' }, req })
      await app.payload.db.commitTransaction(transactionID)
    })
    expect(entries).toMatchObject([
      { before: { title: 'Un' }, after: { title: 'Deux' } },
      { before: { title: 'Deux' }, after: { title: 'Trois' } },
    ])
  })

  it('records each state of a draft, its publication and a restored version', async () => {
    const [created] = await entriesOf(() =>
      app.api.create({ collection: 'pages', data: { title: 'Un', _status: 'published' } }),
    )
    const id = String(created?.document)
    const drafted = await entriesOf(() =>
      app.api.update({ collection: 'pages', id, data: { title: 'Deux' }, draft: true }),
    )
    expect(drafted).toMatchObject([
      { before: { title: 'Un', _status: 'published' }, after: { title: 'Deux', _status: 'draft' } },
    ])
    const versions = await app.api.findVersions({ collection: 'pages', sort: 'createdAt' })
    const restored = await entriesOf(() =>
      app.api.restoreVersion({ collection: 'pages', id: String(versions.docs?.[0]?.id) }),
    )
    expect(restored).toMatchObject([{ operation: 'update', document: id, after: { title: 'Un' } }])
  })

  it('records globals, first save, change and restored version', async () => {
    const first = await entriesOf(() => app.api.updateGlobal({ slug: 'settings', data: { motto: 'Ensemble' } }))
    expect(first).toMatchObject([
      { operation: 'create', collection: 'globals/settings', document: null, before: null, after: { motto: 'Ensemble' } },
    ])
    const second = await entriesOf(() => app.api.updateGlobal({ slug: 'settings', data: { motto: 'Toujours' } }))
    expect(second).toMatchObject([{ operation: 'update', before: { motto: 'Ensemble' }, after: { motto: 'Toujours' } }])
    const versions = await app.api.findGlobalVersions({ slug: 'settings', sort: 'createdAt' })
    const restored = await entriesOf(() =>
      app.api.restoreGlobalVersion({ slug: 'settings', id: String(versions.docs?.[0]?.id) }),
    )
    expect(restored).toMatchObject([{ before: { motto: 'Toujours' }, after: { motto: 'Ensemble' } }])
  })

  it('shows that of two changes at once the later one overwrote the earlier', async () => {
    const id = await aNote({ title: '0' })
    const entries = await entriesOf(() =>
      Promise.all([
        app.api.update({ collection: 'notes', id, data: { title: '1' } }),
        app.api.update({ collection: 'notes', id, data: { title: '2' } }),
      ]),
    )
    expect(entries).toHaveLength(2)
    expect(entries[1]?.before).toEqual(entries[0]?.after)
  })

  it('leaves nothing of a change that is rolled back, whether refused late or undone by its caller', async () => {
    const entries = await entriesOf(async () => {
      await expect(aNote({ title: 'refused late' })).rejects.toThrow('refused after the row was written')
      await expect(aNote({ title: 'x'.repeat(41) })).rejects.toThrow()
      const transactionID = await app.payload.db.beginTransaction()
      if (transactionID === null) throw new Error('no transaction')
      await app.api.create({ collection: 'notes', data: { title: 'Abandonné' }, req: { transactionID } })
      await app.payload.db.rollbackTransaction(transactionID)
    })
    expect(entries).toEqual([])
    expect(await app.rows(`select from notes where title in ('refused late', 'Abandonné')`)).toEqual([])
  })

  it('never holds a password, a token, a session or a field marked secret', async () => {
    const secrets: string[] = ['premier-mot-de-passe', 'second-mot-de-passe', 'jeton-haché', '1234', 'clé-du-local', 'clé-api-0001']
    const entries = await entriesOf(async () => {
      const created = await app.api.create({
        collection: 'people',
        data: { email: 'secret@demo.test', password: secrets[0], enableAPIKey: true, apiKey: secrets[5] },
      })
      const id = String(created.id)
      await app.api.update({ collection: 'people', id, data: { password: secrets[1] } })
      await app.api.login({ collection: 'people', data: { email: 'secret@demo.test', password: String(secrets[1]) } })
      const { token } = await app.api.forgotPassword({
        collection: 'people',
        data: { email: 'secret@demo.test' },
        disableEmail: true,
      })
      secrets.push(String(token))
      const note = await aNote({ tokenHash: secrets[2], pin: secrets[3], keys: [{ label: 'Cave', code: secrets[4] }] })
      await app.api.update({ collection: 'notes', id: note, data: { pin: '5678' } })
      const stored = await app.rows(`select hash, salt from people where id = '${id}'`)
      secrets.push(String(stored[0]?.hash), String(stored[0]?.salt))
      const sessions = await app.rows(`select id from people_sessions`)
      secrets.push(...sessions.map((session) => String(session.id)))
      await app.api.delete({ collection: 'people', id })
    })
    const text = JSON.stringify(entries)
    for (const secret of secrets) expect(text).not.toContain(secret)
    expect(secrets.length).toBeGreaterThan(9)
    const ofNote = entries.filter((entry) => entry.collection === 'notes')
    expect(ofNote[0]?.after).toMatchObject({ tokenHash: '•••', pin: '•••', keys: [{ label: 'Cave', code: '•••' }] })
    expect(ofNote[1]).toMatchObject({ before: { pin: '•••' }, after: { pin: '•••' } })
    const passwordChange = entries.filter((entry) => entry.collection === 'people')[1]
    expect(passwordChange?.after).toMatchObject({ hash: '•••', salt: '•••' })
  })

  it('records that a forgotten password was set again, by the person', async () => {
    const { token } = await app.api.forgotPassword({
      collection: 'people',
      data: { email: person.email },
      disableEmail: true,
    })
    const entries = await entriesOf(() =>
      app.api.resetPassword({
        collection: 'people',
        data: { token, password: 'encore-un-mot-de-passe' },
        overrideAccess: true,
      }),
    )
    expect(entries).toMatchObject([
      { operation: 'update', document: person.id, actor: person.id, after: { password: '•••' } },
    ])
  })

  it('takes the request’s id from its header', async () => {
    const entries = await entriesOf(() =>
      app.api.create({
        collection: 'notes',
        data: { title: 'Suivie' },
        req: { headers: new Headers({ 'x-request-id': 'req-42' }) },
      }),
    )
    expect(entries).toMatchObject([{ request_id: 'req-42' }])
  })
})

describe('Entries', () => {
  it('are written by no channel of Payload, not even by a call that overrides access', async () => {
    const { api } = app
    const data = { at: new Date(0).toISOString(), operation: 'create', collection: 'notes' }
    const all = { operation: { exists: true } }
    const collection = 'audit-entries'
    await expect(api.create({ collection, data })).rejects.toMatchObject({ status: 403 })
    await expect(api.update({ collection, where: all, data })).rejects.toMatchObject({ status: 403 })
    await expect(api.delete({ collection, where: all })).rejects.toMatchObject({ status: 403 })
  })

  it('are read by nobody unless the app says so', async () => {
    const read = app.api.find({ collection: 'audit-entries', overrideAccess: false, user: person })
    await expect(read).rejects.toMatchObject({ status: 403 })
    const { totalDocs } = await app.api.find({ collection: 'audit-entries', limit: 1 })
    expect(totalDocs).toBeGreaterThan(10)
  })
})
