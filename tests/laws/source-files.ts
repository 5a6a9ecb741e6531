import { globSync } from 'node:fs'
import { sep } from 'node:path'

const skipped = /(^|\/)(node_modules|\.next|\.data[^/]*|coverage|\.git)(\/|$)/

/** Written by Payload's commands. */
const generated = new Set(['src/payload-types.ts', 'src/app/(payload)/admin/importMap.js'])

/** Our own source files, as paths from the repository's root. */
export const sourceFiles = (): readonly string[] =>
  globSync(['*.{ts,js,cjs}', '{collections,plugins,src,tests}/**/*.{ts,tsx,js,mjs,cjs}'], {
    exclude: (path) => skipped.test(String(path)),
  })
    .map((path) => path.split(sep).join('/'))
    .filter((path) => !generated.has(path))
    .sort()
