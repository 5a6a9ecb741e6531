// What the README asks for once: Payload's tables, then the plugin's statements. Somebody to sign in as besides.
import { sql } from '@payloadcms/db-postgres'
import { getPayload } from 'payload'
import { referentielsMigration, studioMigration } from 'payload-plugin-referentiels/exports/server'

import config from './payload.config.js'

const payload = await getPayload({ config })
for (const { up } of [referentielsMigration, studioMigration]) await payload.db.drizzle.execute(sql.raw(up))
await payload.create({ collection: 'users', data: { email: process.env.EMAIL, password: process.env.PASSWORD }, overrideAccess: true })
process.exit(0)
