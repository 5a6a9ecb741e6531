import { describe, expect, it } from 'vitest'

import { followItems, type KnownItem } from './stable-items.rules.ts'

const follow = (...lists: readonly (readonly string[])[]): readonly string[] => {
  let next = 0
  const known = lists.reduce<readonly KnownItem[]>((before, keys) => followItems(before, keys, () => `i${(next += 1)}`), [])
  return known.map(({ key, identity }) => `${key}:${identity}`)
}

describe('An item of a list', () => {
  it('is itself after a move', () => expect(follow(['a', 'b', 'c'], ['c', 'a', 'b'])).toEqual(['c:i3', 'a:i1', 'b:i2']))
  it('is itself under another name', () => expect(follow(['a', 'b', 'c'], ['a', 'b2', 'c'])).toEqual(['a:i1', 'b2:i2', 'c:i3']))
  it('is itself after a name, a neighbour gone and a move', () => expect(follow(['a', 'b', 'c'], ['a', 'b2', 'c'], ['b2', 'c'], ['c', 'b2'])).toEqual(['c:i3', 'b2:i2']))
  it('is another one where one was added, or stands in place of one that is gone', () => {
    expect(follow(['a'], ['a', 'b'])).toEqual(['a:i1', 'b:i2'])
    expect(follow(['a', 'b'], ['b'], ['b', 'c'])).toEqual(['b:i2', 'c:i3'])
  })
})
