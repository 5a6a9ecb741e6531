import { describe, expect, it } from 'vitest'

import { rebase, stateBefore, untouched } from './rebase.rules.ts'
import { assessmentFields } from './save-protocol.ts'

const row = (fields: object = {}) => ({ ...untouched, ...fields })

describe('A save that started from an older row', () => {
  it('goes on when somebody else wrote to another field', () => {
    const current = row({ practices: 'Un livret existe.' })
    expect(rebase({ started: row(), current, set: { priority: 3 } })).toEqual({ ok: true, set: { priority: 3 } })
  })

  it('goes on when both chose the same', () => {
    const current = row({ priority: 2 })
    expect(rebase({ started: row(), current, set: { priority: 2 } })).toEqual({ ok: true, set: { priority: 2 } })
  })

  it('is left to a person when both chose differently', () => {
    const current = row({ priority: 2, toReview: true })
    expect(rebase({ started: row(), current, set: { priority: 3, toReview: true } })).toEqual({
      ok: false,
      fields: ['priority'],
    })
  })

  it('joins two texts that can be joined', () => {
    const started = row({ practices: 'un' })
    const current = row({ practices: 'un\ndeux' })
    expect(rebase({ started, current, set: { practices: 'zéro\nun' } })).toEqual({ ok: true, set: { practices: 'zéro\nun\ndeux' } })
  })

  it('clears what nobody else touched', () => {
    const started = row({ target: '4', reason: 'x' })
    expect(rebase({ started, current: started, set: { target: null } })).toEqual({ ok: true, set: { target: null } })
  })
})

describe('The row as it was', () => {
  it('takes the oldest value of each field that changed since', () => {
    const changes = [
      { before: { practices: 'a', revision: 1 } },
      { before: { practices: 'b', priority: null, revision: 2 } },
    ]
    const fields = stateBefore(row({ practices: 'c', priority: 2 }), changes, (value) => assessmentFields.parse(value))
    expect(fields).toEqual(row({ practices: 'a', priority: null }))
  })
})
