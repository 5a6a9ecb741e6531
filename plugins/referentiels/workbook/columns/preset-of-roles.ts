import type { ColumnRole } from '../../texts/column-roles.ts'
import { mostLevels } from '../../texts/column-roles.ts'
import { defaultScale } from '../../texts/default-scale.ts'
import type { ColumnPreset, PresetLevel } from './preset.schema.ts'

/** What a person said of a sheet. */
export type ColumnChoices = {
  readonly sheet: string
  /** By heading; what is not named is left out. */
  readonly roles: ReadonlyMap<string, ColumnRole>
  /** Words of the column of imperatives that say yes. */
  readonly yes: readonly string[]
  /** Headings that are known and left out. */
  readonly ignored: readonly string[]
  /** `author`: whose texts these are. */
  readonly document: { readonly id: string; readonly title: string; readonly author: string }
}

/** Why there is no preset: nothing names the elements, or a level between two others has no title. */
export type NoPreset = 'NO_TITLE' | 'LEVEL_SKIPPED'

const texts = ['statement', 'about', 'stakes'] as const
const lists = ['inspiringQuestions', 'examples', 'evidence'] as const

/** The preset that says the same, for the importer: levels from the highest, what is said of criteria on the lowest. */
export const presetOfRoles = ({ sheet, roles, yes, ignored, document: { id, title, author } }: ColumnChoices): ColumnPreset | NoPreset => {
  const headingOf = (role: string): string | undefined => [...roles].find(([, each]) => each === role)?.[0]
  const titles = Array.from({ length: mostLevels }, (_, index) => headingOf(`title${index + 1}`))
  const depth = titles.findLastIndex((heading) => heading !== undefined) + 1
  if (depth === 0) return 'NO_TITLE'
  if (titles.slice(0, depth).includes(undefined)) return 'LEVEL_SKIPPED'
  const levels = titles.slice(0, depth).map((heading, index): PresetLevel => {
    const code = headingOf(`code${index + 1}`)
    const named = { kind: `niveau-${index + 1}`, label: heading, title: heading, ...(code !== undefined && { code, number: code }) }
    if (index < depth - 1) return named
    const imperative = headingOf('imperative')
    const questions = headingOf('questions')
    const said = [...texts, ...lists].flatMap((role) => {
      const own = headingOf(role)
      return own === undefined ? [] : [[role, own] as const]
    })
    return {
      ...named,
      ...Object.fromEntries(said),
      ...(imperative !== undefined && yes.length > 0 && { imperative: { heading: imperative, yes: [...yes] } }),
      // What asks nothing in that column is rated itself, so that every element is answered.
      ...(questions !== undefined && { questions: { heading: questions, type: 'scale', scale: defaultScale.code }, rating: defaultScale.code }),
    }
  })
  return {
    format: 'colonnes/1',
    label: title,
    sheet,
    document: { id, version: '1.0.0', title, rights: { licence: author, attribution: author, textOrigin: 'customer-supplied' } },
    levels,
    ignored: [...ignored],
  }
}
