import { describe, expect, it } from 'vitest'
import { z } from 'zod'

import { boundedChild } from '../support/bounded-child.ts'
import { rounds, seed } from '../support/sample.ts'

const summary = z.object({
  count: z.number(),
  /** How many were read as YAML or JSON, and so reached the checks. */
  parsed: z.number(),
  /** How many were sound to the end, and were evaluated. */
  sound: z.number(),
  kinds: z.object({ values: z.number(), letters: z.number(), expressions: z.number() }),
  /** Processor time, so that a loaded machine changes nothing. */
  longest: z.object({ index: z.number(), seconds: z.number() }),
  megabytes: z.number(),
  problems: z.array(z.object({ index: z.number(), kind: z.string(), problem: z.string() })),
})

describe('Hostile référentiels and expressions', () => {
  const count = rounds({ sample: 250, full: 10_000 })

  it(`(${count}) neither crash nor hang, and whatever is found has a place and a sentence`, { timeout: 40 * 60_000 }, async () => {
    const { exit, printed } = await boundedChild('hostile-inputs.process.ts', [count, seed()])
    expect(exit, printed).toBe(0)
    const { problems, parsed, sound, longest, megabytes, ...found } = summary.parse(JSON.parse(printed))
    console.log(`${found.count} hostile inputs: ${parsed} past the parser, ${sound} sound and evaluated, the longest (${longest.index}) ${longest.seconds} s, ${megabytes} MB`)
    expect(problems).toEqual([])
    expect(found.count).toBe(count)
    expect(parsed / count).toBeGreaterThanOrEqual(0.6)
    expect(sound).toBeGreaterThan(0)
    expect(longest.seconds).toBeLessThan(2)
    expect(megabytes).toBeLessThanOrEqual(256)
  })
})
