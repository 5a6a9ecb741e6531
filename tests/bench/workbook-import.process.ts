/** Imports a large workbook on the database of DATABASE_URL each time it is told to, and answers how long that took. */
import { importDocument } from '#plugins/referentiels/exports/server.ts'
import { getPayload } from 'payload'

import { largeWorkbook } from './large-workbook.ts'
import type { ImportAsked, ImportTimed } from './workbook-rows.ts'

const { default: config } = await import('../../payload.config.ts')
const payload = await getPayload({ config })

const answer = (timed: ImportTimed): void => void process.send?.(timed)

const timed = async ({ id, dryRun }: ImportAsked): Promise<ImportTimed> => {
  const text = await largeWorkbook(id)
  const start = performance.now()
  const { outcome } = await importDocument({ payload, file: { file: 'a.xlsx', text }, options: { dryRun }, now: new Date() })
  return { outcome, milliseconds: performance.now() - start }
}

process.on('message', (asked: ImportAsked) => {
  timed(asked).then(answer, (error: unknown) => {
    console.error(error)
    process.exit(1)
  })
})
answer({ outcome: 'ready', milliseconds: 0 })
