import { describe, expect, it } from 'vitest'

import { packed, unpacked } from './packed.ts'

describe('a parcel', () => {
  it('opens to what was packed', () => {
    const view = { page: 'a', answered: 2, asked: null, criteria: [{ code: 'a1', note: 'Une « note »\u2028, 😀' }] }
    expect(unpacked(packed(view))).toEqual(view)
  })

  it('writes each name once, and keeps apart what has other names, nothing in it, or the name of what all objects have', () => {
    const view = { a: [{ x: 1, y: [] }, { x: 2, y: [[], {}] }, { y: 3, x: null }, { z: undefined, x: 4 }], b: { constructor: { x: 1 } }, c: JSON.parse('{"__proto__": 5}') }
    const { text } = packed(view)
    expect(unpacked({ text })).toEqual(view)
    expect(JSON.stringify(unpacked({ text }))).toBe(JSON.stringify(view))
    expect(packed([{ code: 1 }, { code: 2 }]).text.match(/code/gu)).toHaveLength(1)
  })

  it('opens to the same object each time, and another parcel of the same value to another', () => {
    const parcel = packed({ answered: 2 })
    expect(unpacked(parcel)).toBe(unpacked(parcel))
    expect(unpacked(parcel)).not.toBe(unpacked(packed({ answered: 2 })))
  })
})
