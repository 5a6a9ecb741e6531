import { existsSync, readdirSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import path from 'node:path'

import type { ColumnPreset } from './preset.schema.ts'
import { readPreset } from './read-preset.ts'

export type ShippedPresets = {
  /** By `<référentiel>/<file without its ending>`. */
  readonly presets: ReadonlyMap<string, ColumnPreset>
  /** Files that are left out because they are not as the format says, each with the first thing that is wrong. */
  readonly refused: readonly string[]
}

const entriesOf = (folder: string): readonly string[] => (existsSync(folder) ? readdirSync(folder).sort() : [])

/** The presets that stand in `<folder>/<référentiel>/presets`. */
export const shippedPresets = async (folder: string): Promise<ShippedPresets> => {
  const presets = new Map<string, ColumnPreset>()
  const refused: string[] = []
  for (const referentiel of entriesOf(folder)) {
    for (const file of entriesOf(path.join(folder, referentiel, 'presets')).filter((each) => /\.(ya?ml|json)$/.test(each))) {
      const read = readPreset({ file, text: await readFile(path.join(folder, referentiel, 'presets', file)) })
      const name = `${referentiel}/${path.parse(file).name}`
      if (read.ok) presets.set(name, read.value)
      else refused.push(`${referentiel}/presets/${file}: ${read.error}`)
    }
  }
  return { presets, refused }
}
