/**
 * `npm run pack:referentiels -- FOLDER`: the plugin as a package for other Payload applications, made by `npm pack`. It is compiled,
 * because Node strips no types below node_modules; its package.json names the versions that this repository is tested with.
 */
import { spawnSync } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'

import { z } from 'zod'

import { packageName } from '#plugins/referentiels/exports/package-name.ts'

const source = path.resolve('plugins/referentiels')

const needed = ['zod', 'yaml', 'exceljs', '@tanstack/react-virtual'] as const
const beside = ['payload', '@payloadcms/db-postgres', '@payloadcms/next', '@payloadcms/ui', 'next', 'react', 'react-dom'] as const

const manifest = z.object({ version: z.string(), dependencies: z.record(z.string(), z.string()) })

const versionsOf = (names: readonly string[], known: Readonly<Record<string, string>>): Readonly<Record<string, string>> =>
  Object.fromEntries(names.map((each) => {
    const version = known[each]
    if (version === undefined) throw new Error(`package.json has no ${each}.`)
    return [each, version]
  }))

const run = (command: string, args: readonly string[], cwd = process.cwd()): string => {
  const { status, stdout, stderr } = spawnSync(command, args, { cwd, encoding: 'utf8', shell: process.platform === 'win32' })
  if (status !== 0) throw new Error(`${command} ${args.join(' ')} failed:\n${stdout}\n${stderr}`)
  return stdout
}

/** Writes the package into a folder of its own and packs it; answers the archive's path. */
const pack = (to: string): string => {
  const folder = mkdtempSync(path.join(tmpdir(), `${packageName}-`))
  try {
    const dist = path.join(folder, 'dist')
    run(process.execPath, ['node_modules/typescript/bin/tsc', '-p', path.join(source, 'tsconfig.package.json'), '--outDir', dist])
    const styles = readdirSync(source, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.module.css'))
    for (const file of styles) cpSync(path.join(source, file), path.join(dist, file))
    cpSync(path.join(source, 'README.md'), path.join(folder, 'README.md'))
    const { version, dependencies } = manifest.parse(JSON.parse(readFileSync('package.json', 'utf8')))
    writeFileSync(path.join(folder, 'package.json'), `${JSON.stringify({
      name: packageName,
      version,
      description: 'Référentiels as data in Payload: authored in a studio or a workbook, checked, published for ever, scored',
      type: 'module',
      sideEffects: ['**/*.css'],
      files: ['dist'],
      exports: {
        '.': { types: './dist/index.d.ts', default: './dist/index.js' },
        './types': { types: './dist/types.d.ts', default: './dist/types.js' },
        './exports/*': { types: './dist/exports/*.d.ts', default: './dist/exports/*.js' },
      },
      dependencies: versionsOf(needed, dependencies),
      peerDependencies: versionsOf(beside, dependencies),
    }, null, 2)}\n`)
    mkdirSync(to, { recursive: true })
    const [file] = z.array(z.object({ filename: z.string() })).parse(JSON.parse(run('npm', ['pack', '--json', '--pack-destination', to], folder)))
    if (file === undefined) throw new Error('npm packed nothing.')
    return path.join(to, file.filename)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

console.log(pack(path.resolve(process.argv[2] ?? '.')))
