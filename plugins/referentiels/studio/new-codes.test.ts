import { describe, expect, it } from 'vitest'

import { nextCode } from './new-codes.ts'

describe('The next free code', () => {
  it('follows the last one beside it, at its width', () => {
    const taken = new Set(['c11', 'c12', 'a09'])
    const isFree = (code: string) => taken.has(code)
    expect(nextCode({ beside: ['c10', 'c11'], start: 'x' }, isFree)).toBe('c13')
    expect(nextCode({ beside: ['a08'], start: 'x' }, isFree)).toBe('a10')
    expect(nextCode({ beside: [], start: 'q' }, isFree)).toBe('q1')
  })

  it('is found for thousands of like codes without trying each for each', () => {
    const count = 5_000
    const taken = new Set(Array.from({ length: count }, (_, n) => `c${n + 1}`))
    const ends = new Map<string, number>()
    let tried = 0
    for (let n = 1; n <= count; n += 1) {
      const code = nextCode({ beside: [`c${n}`], start: 'x', ends }, (each) => {
        tried += 1
        return taken.has(each)
      })
      expect(taken.has(code)).toBe(false)
      taken.add(code)
    }
    expect(tried).toBeLessThan(count * 3)
  })
})
