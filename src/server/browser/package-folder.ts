import { existsSync } from 'node:fs'
import path from 'node:path'

/**
 * The folder of an installed package, looked for as Node does but from the working directory, which is the
 * application's: module resolution proper is rewritten by the bundler in some of the places we run in.
 */
export const packageFolder = (name: string, from: string = process.cwd()): string | undefined => {
  const folder = path.join(from, 'node_modules', name)
  if (existsSync(path.join(folder, 'package.json'))) return folder
  const parent = path.dirname(from)
  return parent === from ? undefined : packageFolder(name, parent)
}
