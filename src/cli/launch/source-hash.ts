import { createHash } from 'node:crypto'
import { readFileSync, readdirSync, statSync } from 'node:fs'
import path from 'node:path'

/** What the built application is made of. Référentiels and demonstration data are read when it runs. */
const sources = ['src', 'collections', 'plugins', 'payload.config.ts', 'next.config.ts', 'package-lock.json', 'tsconfig.json']

/** Tests and the commands are never bundled. */
const isBundled = (file: string): boolean =>
  !/\.(test|journey)\.tsx?$/.test(file) && !file.startsWith(`src${path.sep}cli${path.sep}`)

/** Next completes this file while it builds. */
const rewrittenByBuild = 'tsconfig.json'

export type SourceState = ReadonlyMap<string, string>

/** The digest of every source file, by its path below `root`. */
export const readSourceState = (root: string): SourceState => {
  const files = sources.flatMap((source) => filesBelow(root, source)).filter(isBundled)
  const state = new Map(files.map((file) => [file, digest(readFileSync(path.join(root, file)))]))
  // Of package.json only the paths behind `#…` imports matter; a new script needs no build.
  return state.set('package.json#imports', digest(JSON.stringify(importsOf(root))))
}

/** The sources before a build, with what the build itself wrote into them. */
export const afterBuild = ({ before, after }: { readonly before: SourceState; readonly after: SourceState }): SourceState => {
  const rewritten = after.get(rewrittenByBuild)
  return rewritten === undefined ? before : new Map([...before, [rewrittenByBuild, rewritten]])
}

/** One digest for all. */
export const hashOf = (state: SourceState): string =>
  digest(
    [...state]
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map((entry) => entry.join(' '))
      .join('\n'),
  )

const filesBelow = (root: string, entry: string): readonly string[] => {
  const found = statSync(path.join(root, entry), { throwIfNoEntry: false })
  if (found === undefined) return []
  if (found.isFile()) return [entry]
  return readdirSync(path.join(root, entry)).flatMap((name) => filesBelow(root, path.join(entry, name)))
}

const importsOf = (root: string): unknown => {
  const manifest: unknown = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8'))
  return typeof manifest === 'object' && manifest !== null && 'imports' in manifest ? manifest.imports : null
}

const digest = (content: string | Buffer): string => createHash('sha256').update(content).digest('hex')
