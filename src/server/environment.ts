/**
 * What the operator may set, checked once. `readEnvironment` is pure and tells every mistake at once, one English
 * sentence each; `environment()` is the only reader of the process's variables. `.env.example` is tested against it.
 */
import path from 'node:path'

import { z } from 'zod'

import { failure, ok } from '#domain/result.ts'
import type { Result } from '#domain/result.ts'
import { isLoopback } from '#server/web/loopback.ts'

import { misspelledNames } from './environment-names.ts'
import { readDatabaseConnection } from './postgres/connection-file.ts'

const logLevels = ['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent'] as const
const roles = ['web', 'worker', 'all'] as const

type Check = {
  readonly accepts: (value: string) => boolean
  readonly expected: string
  /** A value that may hold a password is not repeated in the message. */
  readonly secret?: boolean
}

const text = ({ accepts, expected, secret = false }: Check) =>
  z.string().refine(accepts, {
    error: ({ input }) => `must be ${expected}${secret ? '' : `, not ${JSON.stringify(input)}`}.`,
  })

const oneOf = <const T extends readonly [string, ...string[]]>(values: T) =>
  z.enum(values, { error: ({ input }) => `must be one of ${values.join(', ')}, not ${JSON.stringify(input)}.` })

const wholeNumber = ({ from, to }: { readonly from: number; readonly to: number }) =>
  text({
    accepts: (value) => /^\d{1,9}$/.test(value) && Number(value) >= from && Number(value) <= to,
    expected: `a whole number from ${from} to ${to}`,
  })

const isOrigin = (value: string): boolean => {
  const url = URL.canParse(value) ? new URL(value) : undefined
  if (url === undefined || (url.protocol !== 'http:' && url.protocol !== 'https:')) return false
  return url.href === `${url.origin}/`
}

const hasProtocol = (value: string, protocols: readonly string[]): boolean =>
  URL.canParse(value) && protocols.includes(new URL(value).protocol) && new URL(value).hostname !== ''

const isMailbox = (value: string): boolean =>
  /^[^\s<>@,]+@[^\s<>@,]+$/.test(value) || /^[^<>@\r\n]+ <[^\s<>@,]+@[^\s<>@,]+>$/.test(value)

/** Every variable that an operator may set. */
export const publicVariables = z.object({
  PORT: wholeNumber({ from: 1, to: 65_535 }).default('3000').describe('The port that the web server listens on.'),
  HOST: text({ accepts: (value) => /^[\w.:[\]-]+$/.test(value), expected: 'an IP address or a host name' })
    .default('127.0.0.1')
    .describe('The address that the web server listens on; 127.0.0.1 answers this machine only, 0.0.0.0 everybody.'),
  PUBLIC_URL: text({
    accepts: isOrigin,
    expected: 'an address without a path, like https://pratiques.example.org',
  })
    .optional()
    .describe('The address under which people reach the platform (default: http://127.0.0.1:PORT).'),
  DATABASE_URL: text({
    accepts: (value) => hasProtocol(value, ['postgres:', 'postgresql:']),
    expected: 'a PostgreSQL address, like postgres://user:password@host:5432/database',
    secret: true,
  })
    .optional()
    .describe('The PostgreSQL to use (default: the platform runs its own in DATA_DIR).'),
  DATA_DIR: text({ accepts: (value) => !value.includes('\0'), expected: 'a directory' })
    .default('./.data')
    .describe('Where the platform keeps its own PostgreSQL, its secret and its outbox.'),
  PAYLOAD_SECRET: text({
    accepts: (value) => value.length >= 32,
    expected: 'at least 32 characters long',
    secret: true,
  })
    .optional()
    .describe('Signs sessions; required with DATABASE_URL, otherwise made once and kept in DATA_DIR/secret.'),
  DEMO: oneOf(['0', '1'])
    .optional()
    .describe('1 creates the demonstration data, 0 never does; not possible with DATABASE_URL.'),
  ROLE: oneOf(roles).default('all').describe('What this process runs: the web server, a worker, or both.'),
  SMTP_URL: text({
    accepts: (value) => hasProtocol(value, ['smtp:', 'smtps:']),
    expected: 'a mail server, like smtps://user:password@smtp.example.org',
    secret: true,
  })
    .optional()
    .describe('The server that sends e-mail (default: nothing leaves; read them in the admin and in DATA_DIR/outbox).'),
  MAIL_FROM: text({ accepts: isMailbox, expected: 'a sender, like "ESS Pratiques <contact@example.org>"' })
    .optional()
    .describe('The sender of e-mail (default: ne-pas-repondre@ the host of PUBLIC_URL).'),
  TRUSTED_PROXIES: wholeNumber({ from: 0, to: 10 })
    .default('0')
    .describe('How many reverse proxies stand before the platform and append to X-Forwarded-For.'),
  CHROMIUM_PATH: text({ accepts: (value) => path.isAbsolute(value), expected: 'an absolute path' })
    .optional()
    .describe('The Chromium that prints PDFs (default: an installed one, else the one that npm brought).'),
  LOG_LEVEL: oneOf(logLevels).default('info').describe('The least important messages that are logged.'),
})

/** What the launcher hands to the processes that it starts; not for operators. */
const internalVariables = z.object({
  ESS_DATABASE: oneOf(['embedded', 'external']).optional().describe('Whose PostgreSQL DATABASE_URL is.'),
  ESS_BUILD: oneOf(['0', '1']).optional().describe('1 while the application is being built: no database, no secret.'),
  NODE_ENV: z.string().optional(),
})

const variables = z.object({ ...publicVariables.shape, ...internalVariables.shape })
type Variables = z.output<typeof variables>

export type Environment = {
  readonly port: number
  readonly host: string
  /** An origin, without a slash at its end. */
  readonly publicUrl: string
  /** Empty only in `readEnvironment`'s answer for an embedded database that was not started yet. */
  readonly databaseUrl: string
  readonly databaseKind: 'embedded' | 'external'
  /** Absolute. */
  readonly dataDir: string
  /** Empty only in `readEnvironment`'s answer for an embedded database whose secret was not made yet. */
  readonly secret: string
  readonly demo: boolean
  readonly role: (typeof roles)[number]
  readonly smtpUrl: string | undefined
  readonly mailFrom: string
  readonly trustedProxies: number
  readonly chromiumPath: string | undefined
  readonly logLevel: (typeof logLevels)[number]
  readonly isProduction: boolean
  readonly isBuild: boolean
}

export type EnvironmentSource = Readonly<Record<string, string | undefined>>

/** Stands in for what a build does not have; nothing listens on port 1. */
const buildPlaceholders = {
  databaseUrl: 'postgres://build@127.0.0.1:1/build',
  secret: 'only while the application is being built',
}

/** Checks the variables; on failure one sentence per mistake. An empty value counts as unset. */
export const readEnvironment = (source: EnvironmentSource): Result<Environment, readonly string[]> => {
  const given = Object.fromEntries(Object.entries(source).filter(([, value]) => value !== undefined && value !== ''))
  const misspelled = misspelledNames({ given: Object.keys(given), known: Object.keys(publicVariables.shape) })
  const mistakes = misspelled.map(
    ({ name, meant }) => `${name} is not a variable of this application: did you mean ${meant}? Rename or unset it.`,
  )
  const parsed = variables.safeParse(given)
  if (!parsed.success) {
    mistakes.push(...parsed.error.issues.map(({ path: [name], message }) => `${String(name)} ${message}`))
    return failure(mistakes)
  }
  mistakes.push(...contradictions(parsed.data))
  return mistakes.length > 0 ? failure(mistakes) : ok(settle(parsed.data))
}

const isBuilding = ({ ESS_BUILD }: Variables): boolean => ESS_BUILD === '1'

const databaseKindOf = ({ ESS_DATABASE, DATABASE_URL }: Variables): Environment['databaseKind'] =>
  ESS_DATABASE ?? (DATABASE_URL === undefined ? 'embedded' : 'external')

/** What each value allows alone and their combination does not (design.md §6). */
const contradictions = (values: Variables): readonly string[] => {
  if (isBuilding(values)) return []
  const { DEMO, HOST, DATABASE_URL, PAYLOAD_SECRET } = values
  if (databaseKindOf(values) === 'external') {
    return [
      ...(DATABASE_URL === undefined ? ['DATABASE_URL must be set when ESS_DATABASE is external.'] : []),
      ...(PAYLOAD_SECRET === undefined
        ? ['PAYLOAD_SECRET must be set when DATABASE_URL is: at least 32 characters that nobody can guess.']
        : []),
      ...(DEMO === '1'
        ? ['DEMO=1 is refused with DATABASE_URL: demonstration accounts have a public password. Unset one of them.']
        : []),
    ]
  }
  if (DEMO === undefined && !isLoopback(HOST)) {
    return [
      `HOST is ${HOST}, which other machines can reach: set DEMO=0 to start without demonstration accounts, ` +
        'or DEMO=1 to accept that everybody knows their password.',
    ]
  }
  return []
}

const settle = (values: Variables): Environment => {
  const port = Number(values.PORT)
  const publicUrl = new URL(values.PUBLIC_URL ?? `http://127.0.0.1:${port}`).origin
  const databaseKind = databaseKindOf(values)
  const isBuild = isBuilding(values)
  const missing = isBuild ? buildPlaceholders : { databaseUrl: '', secret: '' }
  return {
    port,
    host: values.HOST.replace(/^\[|\]$/g, ''),
    publicUrl,
    databaseUrl: values.DATABASE_URL ?? missing.databaseUrl,
    databaseKind,
    dataDir: path.resolve(values.DATA_DIR),
    secret: values.PAYLOAD_SECRET ?? missing.secret,
    demo: !isBuild && databaseKind === 'embedded' && values.DEMO !== '0',
    role: values.ROLE,
    smtpUrl: values.SMTP_URL,
    mailFrom: values.MAIL_FROM ?? defaultSender(publicUrl),
    trustedProxies: Number(values.TRUSTED_PROXIES),
    chromiumPath: values.CHROMIUM_PATH,
    logLevel: values.LOG_LEVEL,
    isProduction: values.NODE_ENV === 'production',
    isBuild,
  }
}

/** The public host if it is a name on the Internet; an address or a bare name cannot send mail. */
const defaultSender = (publicUrl: string): string => {
  const host = new URL(publicUrl).hostname.replace(/^www\./, '')
  const canSend = /\.[a-z][a-z-]*$/i.test(host)
  return `ESS Pratiques <ne-pas-repondre@${canSend ? host : 'demo.test'}>`
}

/** Thrown by `environment()`; `sentences` are for the operator. */
export class EnvironmentError extends Error {
  override readonly name = 'EnvironmentError'
  readonly sentences: readonly string[]

  constructor(sentences: readonly string[]) {
    super(sentences.join('\n'))
    this.sentences = sentences
  }
}

let remembered: Environment | undefined

/**
 * The environment of this process. On the embedded database, a command that the launcher did not start finds
 * the running PostgreSQL and the secret in DATA_DIR.
 * @throws EnvironmentError when a variable is wrong or there is no database to use
 */
export const environment = (): Environment => {
  remembered ??= requireDatabase(readProcessEnvironment())
  return remembered
}

/** Adds to the variables of this process and of those that it starts; `environment()` is read anew. */
export const setEnvironment = (added: Readonly<Record<string, string>>): void => {
  Object.assign(process.env, added)
  remembered = undefined
}

/** The variables of this process, changed or completed, for a process that it starts. */
export const childEnvironment = (added: EnvironmentSource): NodeJS.ProcessEnv => ({ ...process.env, ...added })

/** As `environment()`, for the launcher, which comes before database and secret. */
export const processEnvironment = (): Result<Environment, readonly string[]> => readEnvironment(process.env)

const readProcessEnvironment = (): Environment => {
  const result = processEnvironment()
  if (!result.ok) throw new EnvironmentError(result.error)
  return result.value
}

const requireDatabase = (settings: Environment): Environment => {
  if (settings.databaseUrl !== '' && settings.secret !== '') return settings
  const connection = readDatabaseConnection(settings.dataDir)
  const databaseUrl = settings.databaseUrl || connection?.url
  const secret = settings.secret || connection?.secret
  if (databaseUrl === undefined || secret === undefined) {
    throw new EnvironmentError([
      `There is no database: DATABASE_URL is not set and no PostgreSQL was started in ${settings.dataDir}. ` +
        'Start the application with `npm start` first, or set DATABASE_URL and PAYLOAD_SECRET.',
    ])
  }
  return { ...settings, databaseUrl, secret }
}
