import { describe, expect, it } from 'vitest'

import { packed, unpacked } from './packed.ts'

describe('a parcel', () => {
  it('opens to what was packed', () => {
    const view = { page: 'a', answered: 2, asked: null, criteria: [{ code: 'a1', note: 'Une « note »\u2028, 😀' }] }
    expect(unpacked(packed(view))).toEqual(view)
  })

  it('opens to the same object each time, and another parcel of the same value to another', () => {
    const parcel = packed({ answered: 2 })
    expect(unpacked(parcel)).toBe(unpacked(parcel))
    expect(unpacked(parcel)).not.toBe(unpacked(packed({ answered: 2 })))
  })
})
