import { describe, expect, it } from 'vitest'

import { inTurn } from './in-turn.ts'

const waiting = () => {
  let release = (): void => undefined
  const done = new Promise<void>((resolve) => {
    release = resolve
  })
  return { done, release }
}

const receive = async () => 'fichier'

describe('Files that are read', () => {
  it('are read one at a time, in the order in which they came', async () => {
    const first = waiting()
    const log: string[] = []
    const one = inTurn('a', { receive, work: async () => { log.push('a begins'); await first.done; log.push('a ends') } })
    const two = inTurn('b', { receive, work: async () => { log.push('b begins') } })
    await new Promise((resolve) => setImmediate(() => setImmediate(resolve)))
    expect(log).toEqual(['a begins'])
    first.release()
    await Promise.all([one, two])
    expect(log).toEqual(['a begins', 'a ends', 'b begins'])
  })

  it('are one of each person, who may send the next when it was read, or failed', async () => {
    const first = waiting()
    const one = inTurn('a', { receive, work: () => first.done })
    await expect(inTurn('a', { receive, work: async () => 1 })).rejects.toMatchObject({ code: 'BUSY', status: 503 })
    first.release()
    await one
    await expect(inTurn('a', { receive, work: async () => { throw new Error('abîmé') } })).rejects.toThrow('abîmé')
    expect(await inTurn('a', { receive, work: async (file) => file })).toBe('fichier')
  })

  it('are refused when many wait', async () => {
    const first = waiting()
    const all = Array.from({ length: 8 }, (_, n) => inTurn(`${n}`, { receive, work: () => first.done }))
    await expect(inTurn('z', { receive, work: async () => 1 })).rejects.toMatchObject({ code: 'BUSY' })
    first.release()
    await Promise.all(all)
  })
})
