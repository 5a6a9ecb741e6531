import { describe, expect, it } from 'vitest'
import { z } from 'zod'

import { boundedChild } from '../support/bounded-child.ts'
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

describe('Hostile workbooks', () => {
  const count = rounds({ sample: 100, full: 3_000 })

  it(`(${count}) neither crash nor hang, and whatever is found has a cell and a sentence`, { timeout: 40 * 60_000 }, async () => {
    const { exit, printed } = await boundedChild('hostile-workbooks.process.ts', [count, seed()])
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
