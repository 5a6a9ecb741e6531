import { constants } from 'node:fs'
import { access, stat } from 'node:fs/promises'
import path from 'node:path'

import type { Machine } from './machine.ts'

const names = ['chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome', 'chrome']

/** True for a file that this user may execute. */
export const isExecutable = async (file: string): Promise<boolean> =>
  access(file, constants.X_OK).then(
    async () => (await stat(file)).isFile(),
    () => false,
  )

/** Chromium and Chrome as they may be installed: by name in the folders of PATH, then in the usual places. */
export const installedBrowsers = async ({ platform, variables, usualPlaces }: Machine): Promise<readonly string[]> => {
  const suffix = platform === 'win32' ? '.exe' : ''
  const folders = (variables.PATH ?? '').split(path.delimiter).filter((folder) => path.isAbsolute(folder))
  const candidates = [...folders.flatMap((folder) => names.map((name) => path.join(folder, name + suffix))), ...usualPlaces]
  const found = await Promise.all([...new Set(candidates)].map(async (file) => ((await isExecutable(file)) ? [file] : [])))
  return found.flat()
}
