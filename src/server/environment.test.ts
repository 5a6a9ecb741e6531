import { readFileSync } from 'node:fs'
import path from 'node:path'
import { parseEnv } from 'node:util'

import { describe, expect, it } from 'vitest'

import { publicVariables, readEnvironment } from './environment.ts'
import type { Environment, EnvironmentSource } from './environment.ts'

const secret = 'a secret of more than thirty-two characters'
const external = { DATABASE_URL: 'postgres://ess:hidden-word@db.example.org/ess', PAYLOAD_SECRET: secret }

const accepted = (source: EnvironmentSource): Environment => {
  const result = readEnvironment(source)
  if (!result.ok) throw new Error(result.error.join('\n'))
  return result.value
}

const refused = (source: EnvironmentSource): readonly string[] => {
  const result = readEnvironment(source)
  return result.ok ? [] : result.error
}

describe('An environment in which nothing is set', () => {
  it('serves this machine, on its own database, with the demonstration', () => {
    expect(accepted({})).toEqual({
      port: 3000,
      host: '127.0.0.1',
      publicUrl: 'http://127.0.0.1:3000',
      databaseUrl: '',
      databaseKind: 'embedded',
      dataDir: path.resolve('.data'),
      secret: '',
      demo: true,
      role: 'all',
      smtpUrl: undefined,
      mailFrom: 'ESS Pratiques <ne-pas-repondre@demo.test>',
      trustedProxies: 0,
      chromiumPath: undefined,
      logLevel: 'info',
      isProduction: false,
      isBuild: false,
    })
  })

  it('is the same when every variable is set to nothing', () => {
    const empty = Object.fromEntries(Object.keys(publicVariables.shape).map((name) => [name, '']))
    expect(accepted(empty)).toEqual(accepted({}))
  })

  it('lets the public address follow the port', () => {
    expect(accepted({ PORT: '8080' }).publicUrl).toBe('http://127.0.0.1:8080')
  })
})

describe('The demonstration', () => {
  it.each([
    { given: {}, demo: true },
    { given: { HOST: 'localhost' }, demo: true },
    { given: { HOST: '::1' }, demo: true },
    { given: { HOST: '127.0.1.9' }, demo: true },
    { given: { DEMO: '0' }, demo: false },
    { given: { HOST: '0.0.0.0', DEMO: '1' }, demo: true },
    { given: { HOST: '0.0.0.0', DEMO: '0' }, demo: false },
    { given: external, demo: false },
    { given: { ...external, DEMO: '0' }, demo: false },
    { given: { ...external, ESS_DATABASE: 'embedded' }, demo: true },
    { given: { ESS_BUILD: '1' }, demo: false },
  ])('is $demo with $given', ({ given, demo }) => {
    expect(accepted(given).demo).toBe(demo)
  })

  it.each(['0.0.0.0', '::', '192.168.1.4', 'ess.example.org'])(
    'has to be decided when HOST is %s, which others can reach',
    (HOST) => {
      expect(refused({ HOST })).toEqual([expect.stringMatching(/set DEMO=0 .* or DEMO=1/)])
    },
  )

  it('is refused on a database of the operator', () => {
    expect(refused({ ...external, DEMO: '1' })).toEqual([expect.stringContaining('DEMO=1 is refused with DATABASE_URL')])
  })
})

describe('An external database', () => {
  it('needs a secret of the operator', () => {
    expect(refused({ DATABASE_URL: external.DATABASE_URL })).toEqual([
      expect.stringContaining('PAYLOAD_SECRET must be set when DATABASE_URL is'),
    ])
  })

  it('is taken as given', () => {
    const { databaseUrl, databaseKind, secret: kept } = accepted(external)
    expect({ databaseUrl, databaseKind, kept }).toEqual({
      databaseUrl: external.DATABASE_URL,
      databaseKind: 'external',
      kept: secret,
    })
  })
})

describe('A build', () => {
  it('needs neither database nor secret, and takes placeholders', () => {
    const built = accepted({ ESS_BUILD: '1', HOST: '0.0.0.0' })
    expect(built.isBuild).toBe(true)
    expect(built.databaseUrl).not.toBe('')
    expect(built.secret.length).toBeGreaterThanOrEqual(32)
  })
})

describe('A wrong value', () => {
  it.each([
    { given: { PORT: '0' }, sentence: 'PORT must be a whole number from 1 to 65535, not "0".' },
    { given: { PORT: '3000a' }, sentence: 'PORT must be a whole number from 1 to 65535, not "3000a".' },
    { given: { HOST: 'http://x' }, sentence: 'HOST must be an IP address or a host name, not "http://x".' },
    { given: { ROLE: 'both' }, sentence: 'ROLE must be one of web, worker, all, not "both".' },
    { given: { DEMO: 'yes' }, sentence: 'DEMO must be one of 0, 1, not "yes".' },
    { given: { TRUSTED_PROXIES: '-1' }, sentence: 'TRUSTED_PROXIES must be a whole number from 0 to 10, not "-1".' },
    { given: { CHROMIUM_PATH: 'chromium' }, sentence: 'CHROMIUM_PATH must be an absolute path, not "chromium".' },
  ])('is told in one sentence: $sentence', ({ given, sentence }) => {
    expect(refused(given)).toEqual([sentence])
  })

  it.each(['ess.example.org', 'ftp://ess.example.org', 'https://ess.example.org/path', 'https://ess.example.org?a=1'])(
    'of PUBLIC_URL is refused: %s',
    (PUBLIC_URL) => {
      expect(refused({ PUBLIC_URL })).toEqual([expect.stringMatching(/^PUBLIC_URL must be an address without a path/)])
    },
  )

  it('is told for every variable at once', () => {
    const sentences = refused({ PORT: 'x', ROLE: 'x', LOG_LEVEL: 'loud', SMTP_URL: 'http://mail', MAIL_FROM: 'nobody' })
    expect(sentences.map((sentence) => sentence.split(' ')[0])).toEqual([
      'PORT',
      'ROLE',
      'SMTP_URL',
      'MAIL_FROM',
      'LOG_LEVEL',
    ])
  })

  it('is never repeated where it may hold a password', () => {
    const sentences = refused({
      DATABASE_URL: 'mysql://ess:hidden-word@db/ess',
      PAYLOAD_SECRET: 'hidden-word',
      SMTP_URL: 'hidden-word',
    })
    expect(sentences).toHaveLength(3)
    expect(sentences.join()).not.toContain('hidden-word')
  })
})

describe('A misspelled name', () => {
  it.each([
    ['DATABSE_URL', 'DATABASE_URL'],
    ['DATABASE_URI', 'DATABASE_URL'],
    ['database_url', 'DATABASE_URL'],
    ['PUBLIC_URLS', 'PUBLIC_URL'],
    ['PAYLOADSECRET', 'PAYLOAD_SECRET'],
    ['LOGLEVEL', 'LOG_LEVEL'],
    ['PROT', 'PORT'],
    ['DMEO', 'DEMO'],
    ['demo', 'DEMO'],
  ])('%s is told, with the name that was meant: %s', (name, meant) => {
    expect(refused({ [name]: 'something' })).toEqual([expect.stringContaining(`${name} is not a variable`)])
    expect(refused({ [name]: 'something' })).toEqual([expect.stringContaining(`did you mean ${meant}?`)])
  })

  it.each(['HOSTNAME', 'HOME', 'POST', 'MODE', 'HTTP_URL', 'ROLES_FILE', 'PATH', 'npm_config_port'])(
    '%s belongs to another program and is left alone',
    (name) => {
      expect(readEnvironment({ [name]: 'something' }).ok).toBe(true)
    },
  )

  it('is left alone when the right one is set too', () => {
    expect(readEnvironment({ ...external, DATABASE_URI: 'x' }).ok).toBe(true)
  })
})

describe('The sender of e-mail', () => {
  it.each([
    ['https://www.pratiques.example.org', 'ESS Pratiques <ne-pas-repondre@pratiques.example.org>'],
    ['https://pratiques.example.org:8443', 'ESS Pratiques <ne-pas-repondre@pratiques.example.org>'],
    ['http://192.168.1.4', 'ESS Pratiques <ne-pas-repondre@demo.test>'],
    ['http://localhost:3000', 'ESS Pratiques <ne-pas-repondre@demo.test>'],
  ])('of %s is %s', (PUBLIC_URL, mailFrom) => {
    expect(accepted({ PUBLIC_URL }).mailFrom).toBe(mailFrom)
  })
})

describe('.env.example', () => {
  const example = readFileSync('.env.example', 'utf8')
  const uncommented = parseEnv(example.replace(/^# (?=[A-Z_]+=)/gm, ''))

  it('names every variable once', () => {
    expect(Object.keys(uncommented).sort()).toEqual(Object.keys(publicVariables.shape).sort())
    for (const name of Object.keys(publicVariables.shape)) {
      expect(example.split('\n').filter((line) => line.startsWith(`# ${name}=`))).toHaveLength(1)
    }
  })

  it('changes nothing as it is, and holds valid values when uncommented', () => {
    expect(parseEnv(example)).toEqual({})
    expect(accepted(uncommented).publicUrl).toBe('https://pratiques.example.org')
  })

  it('is matched by a description of each variable', () => {
    for (const [name, variable] of Object.entries(publicVariables.shape)) {
      expect(variable.description, name).toMatch(/\.$/)
    }
  })
})
