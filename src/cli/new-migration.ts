import { spawnSync } from 'node:child_process'
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { parseArgs } from 'node:util'

const usage = `Usage: npm run migration -- NAME

Writes the migration from the last committed schema to the collections as they are now, in lower-case words
joined by hyphens or underscores. Read its SQL before you commit it; add \`restrictRequiredRelations\` when it
adds a required relation. Without a database: the schemas are compared as files.`

const folder = path.resolve('src/server/database/migrations')
const isMigration = (file: string): boolean => /^\d{8}_\d{6}_\w+\.ts$/.test(file)
const migrationFiles = (): readonly string[] => readdirSync(folder).filter(isMigration).sort()

/** Payload writes imports that need a bundler and arguments that nobody uses. */
const inOurForm = (source: string): string =>
  source
    .replace(
      /^import \{[^}]*\} from '@payloadcms\/db-postgres'/m,
      "import type { MigrateDownArgs, MigrateUpArgs } from '@payloadcms/db-postgres'\nimport { sql } from '@payloadcms/db-postgres'",
    )
    .replaceAll(/\{ db, payload, req \}: Migrate/g, '{ db }: Migrate')

const listOf = (files: readonly string[]): string => {
  const names = files.map((file) => file.replace(/\.ts$/, ''))
  return [
    '// Written by `npm run migration`. The names are what databases remember: they never change.',
    "import { asMigration } from '../as-migration.ts'",
    ...names.map((name) => `import * as m${name} from './${name}.ts'`),
    '',
    'export const migrations = [',
    ...names.map((name) => `  asMigration('${name}', m${name}),`),
    ']',
    '',
  ].join('\n')
}

const main = (): number => {
  const { positionals, values } = parseArgs({
    allowPositionals: true,
    strict: true,
    options: { help: { type: 'boolean', short: 'h' } },
  })
  const [name] = positionals
  if (values.help || positionals.length !== 1 || name === undefined || !/^[a-z][a-z0-9_-]*$/.test(name)) {
    console.error(usage)
    return values.help ? 0 : 2
  }
  const before = new Set(migrationFiles())
  const { status } = spawnSync(
    process.execPath,
    ['node_modules/payload/bin.js', 'migrate:create', name.replaceAll('-', '_'), '--skip-empty'],
    { stdio: 'inherit', env: { ...process.env, ESS_BUILD: '1' } },
  )
  const added = migrationFiles().filter((file) => !before.has(file))
  for (const file of added) {
    const place = path.join(folder, file)
    writeFileSync(place, inOurForm(readFileSync(place, 'utf8')))
  }
  writeFileSync(path.join(folder, 'index.ts'), listOf(migrationFiles()))
  console.log(added.length === 0 ? 'Nothing changed: no migration was written.' : `Written: ${added.join(', ')}`)
  return status ?? 1
}

process.exit(main())
