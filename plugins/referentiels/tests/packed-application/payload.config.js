import { postgresAdapter } from '@payloadcms/db-postgres'
import { buildConfig } from 'payload'
import { referentiels } from 'payload-plugin-referentiels'

export default buildConfig({
  secret: process.env.PAYLOAD_SECRET ?? '',
  telemetry: false,
  logger: { options: { level: 'error' } },
  graphQL: { disable: true },
  typescript: { autoGenerate: false },
  db: postgresAdapter({ pool: { connectionString: process.env.DATABASE_URL ?? '' }, idType: 'uuidv7' }),
  admin: { user: 'users', avatar: 'default' },
  collections: [{ slug: 'users', auth: true, fields: [] }],
  plugins: [referentiels()],
})
