import { watch } from 'node:fs'
import path from 'node:path'

/** Where the worker's code lies; Next watches what it serves by itself. */
const folders = ['src', 'collections', 'plugins', 'referentiels'] as const

/** An editor writes a file in several steps; milliseconds. */
const quietFor = 300

/** Calls back when source files have changed and then been left alone for a moment. */
export const watchSources = ({
  root,
  onChange,
}: {
  readonly root: string
  readonly onChange: () => void
}): void => {
  let timer: NodeJS.Timeout | undefined
  for (const folder of folders) {
    const watcher = watch(path.join(root, folder), { recursive: true }, (_event, file) => {
      if (file === null || !/\.(ts|ya?ml|json)$/.test(file)) return
      clearTimeout(timer)
      timer = setTimeout(onChange, quietFor)
    })
    watcher.unref()
  }
}
