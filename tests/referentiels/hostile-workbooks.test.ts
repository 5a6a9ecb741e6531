import { spawn } from 'node:child_process'
import path from 'node:path'

import { describe, expect, it } from 'vitest'
import { z } from 'zod'

import { rounds, seed } from '../support/sample.ts'

const summary = z.object({
  count: z.number(),
  /** How many are workbooks still, whose cells reached the checks. */
  read: z.number(),
  sound: z.number(),
  kinds: z.object({ cells: z.number(), letters: z.number(), bytes: z.number() }),
  /** Processor time, so that a loaded machine changes nothing: reading, commenting and reading again. */
  longest: z.object({ index: z.number(), seconds: z.number() }),
  megabytes: z.number(),
  problems: z.array(z.object({ index: z.number(), kind: z.string(), problem: z.string() })),
})

const check = (count: number, from: number): Promise<{ readonly exit: number | null; readonly printed: string }> =>
  new Promise((resolve, reject) => {
    const script = path.resolve(import.meta.dirname, 'hostile-workbooks.process.ts')
    const child = spawn(process.execPath, ['--max-old-space-size=160', '--max-semi-space-size=8', script, String(count), String(from)], {
      stdio: ['ignore', 'pipe', 'inherit'],
      timeout: 60_000 + count * 2_000,
    })
    let printed = ''
    child.stdout.setEncoding('utf8').on('data', (chunk: string) => (printed += chunk))
    child.on('error', reject)
    child.on('close', (exit) => resolve({ exit, printed }))
  })

describe('Hostile workbooks', () => {
  const count = rounds({ sample: 100, full: 3_000 })

  it(`(${count}) neither crash nor hang, and whatever is found has a cell and a sentence`, { timeout: 40 * 60_000 }, async () => {
    const { exit, printed } = await check(count, seed())
    expect(exit, printed).toBe(0)
    const { problems, read, sound, longest, megabytes, ...found } = summary.parse(JSON.parse(printed))
    console.log(`${found.count} hostile workbooks: ${read} read, ${sound} sound, the longest (${longest.index}) ${longest.seconds} s, ${megabytes} MB`)
    expect(problems).toEqual([])
    expect(found.count).toBe(count)
    expect(read / count).toBeGreaterThanOrEqual(0.6)
    expect(sound).toBeGreaterThan(0)
    expect(longest.seconds).toBeLessThan(2)
    expect(megabytes).toBeLessThanOrEqual(256)
  })
})
