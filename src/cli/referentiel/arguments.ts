import { parseArgs } from 'node:util'

import { failure, ok } from '#domain/result.ts'
import type { Result } from '#domain/result.ts'
import { referentielCommand as texts } from '#texts/referentiel-command.ts'

/** `ID` or `ID@VERSION`. */
export type Reference = { readonly referentiel: string; readonly version: string | undefined; readonly written: string }

export type Command =
  | { readonly name: 'help' }
  | { readonly name: 'list'; readonly json: boolean }
  | { readonly name: 'validate'; readonly json: boolean; readonly file: string; readonly annotated: string | undefined; readonly preset: string | undefined }
  | {
      readonly name: 'import'
      readonly json: boolean
      readonly file: string
      readonly publish: boolean
      readonly replace: boolean
      readonly dryRun: boolean
      readonly annotated: string | undefined
      readonly preset: string | undefined
    }
  | { readonly name: 'publish'; readonly json: boolean; readonly reference: Reference }
  | { readonly name: 'evaluate'; readonly json: boolean; readonly subject: string; readonly input: string }
  | { readonly name: 'export'; readonly json: boolean; readonly reference: Reference; readonly to: string }
  | { readonly name: 'template'; readonly json: boolean; readonly to: string }
  | { readonly name: 'diff'; readonly json: boolean; readonly before: string; readonly after: string }

const options = {
  json: { type: 'boolean', default: false },
  help: { type: 'boolean', short: 'h', default: false },
  publish: { type: 'boolean', default: false },
  replace: { type: 'boolean', default: false },
  'dry-run': { type: 'boolean', default: false },
  with: { type: 'string' },
  to: { type: 'string' },
  annotated: { type: 'string' },
  preset: { type: 'string' },
} as const

type Option = keyof typeof options

/** Which options each command takes beside `--json`. */
const accepted: Readonly<Record<string, readonly Option[]>> = {
  list: [],
  validate: ['annotated', 'preset'],
  import: ['publish', 'replace', 'dry-run', 'annotated', 'preset'],
  publish: [],
  evaluate: ['with'],
  export: ['to'],
  template: [],
  diff: [],
}

export const referenceIn = (written: string): Reference => {
  const [referentiel = '', version] = written.split('@')
  return { referentiel, version, written }
}

const parse = (args: readonly string[]) => parseArgs({ args: [...args], options, allowPositionals: true, strict: true })

/** What is asked for, or one sentence about what is wrong with it. */
export const readArguments = (args: readonly string[]): Result<Command, string> => {
  let parsed: ReturnType<typeof parse>
  try {
    parsed = parse(args)
  } catch (error) {
    return failure(error instanceof Error ? error.message : String(error))
  }
  const { values, positionals } = parsed
  const [name, subject, ...more] = positionals
  if (values.help) return ok({ name: 'help' })
  if (name === undefined || !Object.hasOwn(accepted, name)) return failure(name === undefined ? '' : texts.unknownCommand(name))

  const given: readonly Option[] = (['publish', 'replace', 'dry-run', 'with', 'to', 'annotated', 'preset'] as const).filter(
    (option) => values[option] !== undefined && values[option] !== false,
  )
  const wrong = failure(texts.wrongArguments(name))
  const isMisplaced = given.some((option) => !accepted[name]?.includes(option))
  if (more.length !== (name === 'diff' ? 1 : 0) || isMisplaced || (name === 'list') !== (subject === undefined)) return wrong

  const { json } = values
  if (subject === undefined) return ok({ name: 'list', json })
  switch (name) {
    case 'validate':
      return ok({ name, json, file: subject, annotated: values.annotated, preset: values.preset })
    case 'import':
      return ok({
        ...{ name, json, file: subject, publish: values.publish, replace: values.replace },
        ...{ dryRun: values['dry-run'], annotated: values.annotated, preset: values.preset },
      })
    case 'publish':
      return ok({ name, json, reference: referenceIn(subject) })
    case 'evaluate':
      return values.with === undefined ? wrong : ok({ name, json, subject, input: values.with })
    case 'export':
      return values.to === undefined ? wrong : ok({ name, json, reference: referenceIn(subject), to: values.to })
    case 'template':
      return ok({ name, json, to: subject })
    case 'diff':
      return ok({ name, json, before: subject, after: more[0] ?? '' })
    default:
      return wrong
  }
}
