/** `npm run referentiel`: what authors and operators do with référentiels outside of the admin. */
import './needs-node.mjs'

import { EmbeddedPostgresError } from '#server/postgres/embedded-postgres-error.ts'
import { referentielCommand as texts } from '#texts/referentiel-command.ts'

import { LaunchError } from './launch/launch-error.ts'
import { readArguments } from './referentiel/arguments.ts'
import type { Command } from './referentiel/arguments.ts'
import type { Reply } from './referentiel/reply.ts'

/** Checking a file loads neither Payload nor a database: what a command needs is imported by that command. */
const answer = async (command: Exclude<Command, { readonly name: 'help' }>): Promise<Reply> => {
  switch (command.name) {
    case 'validate':
      return (await import('./referentiel/validate.ts')).validate(command)
    case 'evaluate':
      return (await import('./referentiel/evaluate.ts')).evaluate(command)
    case 'list':
      return (await import('./referentiel/stored.ts')).list()
    case 'import':
      return (await import('./referentiel/stored.ts')).importFile(command)
    case 'publish':
      return (await import('./referentiel/stored.ts')).publishVersion(command)
    case 'export':
      return (await import('./referentiel/stored.ts')).exportVersion(command)
    case 'template':
      return (await import('./referentiel/template.ts')).template(command)
    case 'diff':
      return (await import('./referentiel/diff.ts')).diff(command)
  }
}

const run = async (): Promise<number> => {
  const command = readArguments(process.argv.slice(2))
  if (!command.ok) {
    console.error([command.error, texts.usage].filter((text) => text !== '').join('\n\n'))
    return 2
  }
  if (command.value.name === 'help') {
    console.log(texts.usage)
    return 0
  }
  const { json, lines, exitCode } = await answer(command.value)
  if (command.value.json) console.log(JSON.stringify(json))
  else (exitCode === 2 ? console.error : console.log)(lines.join('\n'))
  return exitCode
}

const tell = (error: unknown): number => {
  if (error instanceof LaunchError) error.sentences.forEach((sentence) => console.error(sentence))
  else if (error instanceof EmbeddedPostgresError) console.error(error.message)
  else console.error(error)
  return error instanceof LaunchError ? error.exitCode : 1
}

const runAnywhere = (): Promise<number> =>
  run().catch(async (error: unknown) => {
    if (!(error instanceof Error) || error.name !== 'NeedsEmbeddedDatabase') throw error
    const { onEmbeddedDatabase } = await import('./referentiel/with-database.ts')
    return onEmbeddedDatabase(process.argv.slice(1))
  })

// Payload's adapter keeps a connection for ever: the process has to be ended.
runAnywhere().then(
  (code) => process.exit(code),
  (error: unknown) => process.exit(tell(error)),
)
