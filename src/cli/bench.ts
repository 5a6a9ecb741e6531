import { parseArgs } from 'node:util'

import type { Row } from '../../tests/bench/row.ts'
import { benchmarks } from '../../tests/bench/rows.ts'
import { scoringBenchmarks } from '../../tests/bench/scoring-rows.ts'
import { startSite } from '../../tests/bench/site.ts'

const organisations = 10_000

const usage = `Usage: npm run -s bench -- [NAME] [--json]

Measures the built platform on an embedded database of ${organisations} generated organisations, each row
against a yardstick in the same run; what needs no platform is measured without one. One JSON object per
line; exit 1 when a row misses its budget.

  NAME    only this row: ${[...Object.keys(scoringBenchmarks), ...Object.keys(benchmarks)].join(', ')}
  --json  nothing but the objects on standard output`

const main = async (): Promise<number> => {
  const { positionals, values } = parseArgs({
    allowPositionals: true,
    strict: true,
    options: { json: { type: 'boolean', default: false }, help: { type: 'boolean', short: 'h' } },
  })
  const [name] = positionals
  const isChosen = ([candidate]: readonly [string, unknown]) => name === undefined || candidate === name
  const alone = Object.entries(scoringBenchmarks).filter(isChosen)
  const onSite = Object.entries(benchmarks).filter(isChosen)
  if (values.help || alone.length + onSite.length === 0 || positionals.length > 1) {
    console.error(usage)
    return values.help ? 0 : 2
  }
  let missed = 0
  const report = (row: Row) => {
    console.log(JSON.stringify(row))
    if (!row.ok) missed += 1
  }
  for (const [, benchmark] of alone) report(await benchmark())
  if (onSite.length === 0) return missed === 0 ? 0 : 1
  if (!values.json) console.error(`Starting the platform with ${organisations} organisations…`)
  const site = await startSite(organisations)
  try {
    for (const [, benchmark] of onSite) report(await benchmark(site))
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
