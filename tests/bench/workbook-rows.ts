import { type ChildProcess, fork } from 'node:child_process'
import path from 'node:path'

import exceljs from 'exceljs'
import { z } from 'zod'

import { largeWorkbook } from './large-workbook.ts'
import { measure, type Row } from './row.ts'
import type { Site } from './site.ts'

export type ImportAsked = { readonly id: string; readonly dryRun: boolean }
const importTimed = z.object({ outcome: z.string(), milliseconds: z.number() })
export type ImportTimed = z.infer<typeof importTimed>

const script = path.resolve(import.meta.dirname, 'workbook-import.process.ts')

/** A process of the application beside the running one, which imports what it is told to. */
const importer = async (databaseUrl: string): Promise<ChildProcess> => {
  const env = { ...process.env, DATABASE_URL: databaseUrl, PAYLOAD_SECRET: 'bench'.repeat(8), LOG_LEVEL: 'silent' }
  const child = fork(script, { env, stdio: ['ignore', 'ignore', 'inherit', 'ipc'] })
  await replyOf(child)
  return child
}

const replyOf = (child: ChildProcess): Promise<ImportTimed> =>
  new Promise((resolve, reject) => {
    const ended = (): void => reject(new Error('The importing process ended.'))
    child.once('exit', ended)
    child.once('message', (message) => {
      child.off('exit', ended)
      resolve(importTimed.parse(message))
    })
  })

/** ExcelJS reading the same file: no application code, and the format's own cost. */
const reading = (bytes: Uint8Array) => async (): Promise<number> => {
  const copy = new ArrayBuffer(bytes.byteLength)
  new Uint8Array(copy).set(bytes)
  const start = performance.now()
  await new exceljs.Workbook().xlsx.load(copy)
  return performance.now() - start
}

const importing = async ({ databaseUrl }: Pick<Site, 'databaseUrl'>, options: { readonly name: string; readonly dryRun: boolean; readonly atMost: number }): Promise<Row> => {
  const { name, dryRun, atMost } = options
  const child = await importer(databaseUrl)
  let round = 0
  const subject = async (): Promise<number> => {
    round += 1
    child.send({ id: `${name}-${round}`, dryRun } satisfies ImportAsked)
    const { outcome, milliseconds } = await replyOf(child)
    if (outcome !== 'created') throw new Error(`The workbook was ${outcome}.`)
    return milliseconds
  }
  try {
    return await measure({
      name,
      unit: 'ms',
      against: 'ExcelJS reading the same file, without our code',
      budget: { atMost },
      subject,
      yardstick: reading(await largeWorkbook('bench')),
    })
  } finally {
    child.kill()
  }
}

/** 1,469 elements with their help: reading, every check, and writing a draft; or all of it without keeping anything. */
export const workbookBenchmarks: Readonly<Record<string, (site: Pick<Site, 'databaseUrl'>) => Promise<Row>>> = {
  'workbook-import-1470': (site) => importing(site, { name: 'workbook-import-1470', dryRun: false, atMost: 5 }),
  'workbook-dry-run-1470': (site) => importing(site, { name: 'workbook-dry-run-1470', dryRun: true, atMost: 4 }),
}
