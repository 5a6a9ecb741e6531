// A person's requests to the studio in plain Node: nothing of this repository's source is read.
import { randomUUID } from 'node:crypto'

import { sql } from '@payloadcms/db-postgres'
import { getPayload, handleEndpoints } from 'payload'
import { importDocument } from 'payload-plugin-referentiels/exports/server'

import config from './payload.config.js'

const payload = await getPayload({ config })
const { token } = await payload.login({ collection: 'users', data: { email: process.env.EMAIL, password: process.env.PASSWORD } })

const asked = async (method, place, body) => {
  const headers = { authorization: `JWT ${token}`, ...(typeof body === 'string' && { 'content-type': 'application/json' }) }
  const request = new Request(`http://127.0.0.1:3000/api/referentiels-studio${place}`, { method, headers, body })
  const response = await handleEndpoints({ config, request })
  if (!response.ok) throw new Error(`${method} ${place}: ${response.status} ${await response.text()}`)
  return response
}
const told = async (...asking) => (await asked(...asking)).json()

// The template, as an author gets it, comes back as a draft.
const workbook = await (await asked('GET', '/template')).blob()
const form = new FormData()
form.set('file', new File([workbook], 'modele.xlsx'))
form.set('options', '{}')
const imported = await told('POST', '/files', form)
const opened = await told('GET', `/drafts/${imported.draft}`)
const row = opened.rows.find(({ row: kind, parent }) => kind === 'node' && parent === null)
const change = { kind: 'set', target: { row: row.id }, path: ['title'], value: 'Accueillir chacun', base: row.revision }
await told('POST', `/drafts/${imported.draft}/changes`, JSON.stringify({ operation: randomUUID(), since: opened.sequence, changes: [change] }))
const plan = await told('GET', `/drafts/${imported.draft}/publication`)
const published = await told('POST', `/drafts/${imported.draft}/publication`, JSON.stringify({ sequence: plan.sequence, version: plan.version.proposed }))
const { rows } = await payload.db.drizzle.execute(sql`select referentiel, version, hash, canonical from revisions`)

// The same file by the function that commands use: nothing is to be done.
const again = await importDocument({ payload, file: { file: 'modele.json', text: rows[0].canonical }, now: new Date() })

console.log(JSON.stringify({ imported: imported.outcome, published, rows: rows.map(({ canonical, ...kept }) => ({ ...kept, isChanged: canonical.includes('Accueillir chacun') })), again: again.outcome }))
process.exit(0)
