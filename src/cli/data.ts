import { parseArgs } from 'node:util'

import { getPayload } from 'payload'

import { emailSchema } from '#domain/identity/email.rules.ts'
import { createStaffLink } from '#server/accounts/create-staff.ts'

const usage = `Usage: npm run -s data -- <command>

  create-staff EMAIL   print a one-time link that makes its holder an administrator of the platform

The commands work on the database of DATABASE_URL, or on the running embedded one of DATA_DIR.`

const createStaff = async (address: string | undefined): Promise<number> => {
  const email = emailSchema.safeParse(address)
  if (!email.success) {
    console.error(`"${address ?? ''}" is not an e-mail address.\n\n${usage}`)
    return 2
  }
  const { default: config } = await import('../../payload.config.ts')
  const payload = await getPayload({ config })
  const { link, expiresAt } = await createStaffLink(payload, { email: email.data, now: new Date() })
  console.log(link)
  console.error(`This link opens once, until ${expiresAt.toISOString()}. Keep it to yourself.`)
  return 0
}

const run = async (): Promise<number> => {
  const { positionals, values } = parseArgs({
    allowPositionals: true,
    strict: true,
    options: { help: { type: 'boolean', short: 'h' } },
  })
  const [command, ...rest] = positionals
  if (values.help) {
    console.log(usage)
    return 0
  }
  if (command === 'create-staff' && rest.length === 1) return createStaff(rest[0])
  console.error(usage)
  return 2
}

run().then(
  (code) => process.exit(code),
  (error: unknown) => {
    console.error(error instanceof Error ? error.message : error)
    process.exit(1)
  },
)
