import { describe, expect, it } from 'vitest'

import { isDeeperThan } from './json-depth.ts'

describe('The depth of a JSON text', () => {
  it.each([
    ['[[[]]]', 3, false], ['[[[]]]', 2, true], ['{"a":{"b":[1,2,{"c":{}}]}}', 5, false], ['{"a":{"b":[1,2,{"c":{}}]}}', 4, true],
    ['["[[[[[[", "{{{{", "\\"[[[[", "\\\\"]', 1, false], ['[[],[],[],[]]', 2, false],
  ] as const)('%s is deeper than %i: %s', (text, most, isDeeper) => {
    expect(isDeeperThan(text, most)).toBe(isDeeper)
  })

  it('is told of a million brackets', () => {
    expect(isDeeperThan('['.repeat(1_000_000), 200)).toBe(true)
  })
})
