/** `npm run reference`: writes what docs/ says of the format, from the format's schema. */
import './needs-node.mjs'

import { writeFileSync } from 'node:fs'
import { parseArgs } from 'node:util'

import { columnsPage, formatJsonSchema, referencePage } from '#plugins/referentiels/exports/reference.ts'

const usage = `Usage: npm run reference

Writes docs/referentiel.schema.json, from which editors complete a référentiel, docs/reference-referentiel.md and
docs/reference-classeur.md. A test says when they are older than the schema.`

const main = (): number => {
  const { positionals, values } = parseArgs({ allowPositionals: true, strict: true, options: { help: { type: 'boolean', short: 'h' } } })
  if (values.help || positionals.length > 0) {
    console.error(usage)
    return values.help ? 0 : 2
  }
  writeFileSync('docs/referentiel.schema.json', `${JSON.stringify(formatJsonSchema(), null, 1)}\n`)
  writeFileSync('docs/reference-referentiel.md', referencePage())
  writeFileSync('docs/reference-classeur.md', columnsPage())
  console.log('Written: docs/referentiel.schema.json, docs/reference-referentiel.md, docs/reference-classeur.md')
  return 0
}

process.exit(main())
