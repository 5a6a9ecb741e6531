import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import { mergeText } from './merge-text.ts'

const started = 'Les statuts sont connus.\n\nLe bureau se réunit chaque mois.\n\nUn livret existe.'
const text = fc.array(fc.constantFrom('a', 'b', 'c', ''), { maxLength: 6 }).map((parts) => parts.join('\n'))

describe('Two people’s changes to one text', () => {
  it('are joined when they touch different lines', () => {
    const mine = started.replace('chaque mois', 'chaque semaine')
    const theirs = `${started}\n\nIl est remis à chacun.`
    expect(mergeText({ started, mine, theirs })).toBe(`${mine}\n\nIl est remis à chacun.`)
  })

  it('are left to a person when they touch the same line', () => {
    expect(
      mergeText({
        started,
        mine: started.replace('chaque mois', 'chaque semaine'),
        theirs: started.replace('chaque mois', 'deux fois par an'),
      }),
    ).toBeNull()
  })

  it('are one change when both made the same', () => {
    const both = started.replace('mois', 'trimestre')
    expect(mergeText({ started, mine: both, theirs: both })).toBe(both)
  })

  it('keep whatever only one person changed', () => {
    fc.assert(
      fc.property(text, text, (before, after) => {
        expect(mergeText({ started: before, mine: after, theirs: before })).toBe(after)
        expect(mergeText({ started: before, mine: before, theirs: after })).toBe(after)
      }),
    )
  })
})
