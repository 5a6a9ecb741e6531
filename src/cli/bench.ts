import { parseArgs } from 'node:util'

import { benchmarks } from '../../tests/bench/rows.ts'
import { startSite } from '../../tests/bench/site.ts'

const organisations = 10_000

const usage = `Usage: npm run -s bench -- [NAME] [--json]

Measures the built platform on an embedded database of ${organisations} generated organisations, each row
against a yardstick in the same run. One JSON object per line; exit 1 when a row misses its budget.

  NAME    only this row: ${Object.keys(benchmarks).join(', ')}
  --json  nothing but the objects on standard output`

const main = async (): Promise<number> => {
  const { positionals, values } = parseArgs({
    allowPositionals: true,
    strict: true,
    options: { json: { type: 'boolean', default: false }, help: { type: 'boolean', short: 'h' } },
  })
  const [name] = positionals
  const chosen = Object.entries(benchmarks).filter(([candidate]) => name === undefined || candidate === name)
  if (values.help || chosen.length === 0 || positionals.length > 1) {
    console.error(usage)
    return values.help ? 0 : 2
  }
  if (!values.json) console.error(`Starting the platform with ${organisations} organisations…`)
  const site = await startSite(organisations)
  let missed = 0
  try {
    for (const [, benchmark] of chosen) {
      const row = await benchmark(site)
      console.log(JSON.stringify(row))
      if (!row.ok) missed += 1
    }
  } finally {
    await site.stop()
  }
  return missed === 0 ? 0 : 1
}

main().then(
  (code) => process.exit(code),
  (error: unknown) => {
    console.error(error)
    process.exit(1)
  },
)
