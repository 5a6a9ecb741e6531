/** `npm run build`: builds the application unless its present source was built. */
import './needs-node.mjs'

import path from 'node:path'
import { parseArgs } from 'node:util'

import { ensureBuild } from './launch/build.ts'
import { LaunchError } from './launch/launch-error.ts'
import { report } from './launch/report.ts'

const usage = `Usage: npm run build [-- --force]

Builds the application, which needs no database. \`npm start\` does it by itself when it has to.

  --force   build even if the present source was built
  --help    this text`

const build = async (): Promise<void> => {
  const { values } = parseArgs({
    options: { force: { type: 'boolean', default: false }, help: { type: 'boolean', short: 'h', default: false } },
  })
  if (values.help) {
    console.log(usage)
    return
  }
  const { step } = report({
    write: (text) => process.stdout.write(text),
    isTerminal: process.stdout.isTTY,
    now: () => performance.now(),
  })
  await step('Application', async (progress) => {
    const outcome = await ensureBuild({
      root: path.resolve(import.meta.dirname, '..', '..'),
      progress,
      signal: new AbortController().signal,
      force: values.force,
    })
    return { value: undefined, done: outcome === 'built' ? 'built' : 'the build of this source is there' }
  })
}

build().catch((error: unknown) => {
  if (error instanceof LaunchError) error.sentences.forEach((sentence) => console.error(sentence))
  else console.error(error instanceof Error ? `${error.message}\n\n${usage}` : error)
  process.exit(error instanceof LaunchError ? error.exitCode : 2)
})
