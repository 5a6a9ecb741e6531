import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import { mergeText } from './merge-text.ts'

const started = 'Les statuts sont connus.\n\nLe bureau se réunit chaque mois.\n\nUn livret existe.'
const text = fc.array(fc.constantFrom('a', 'b', 'c', ''), { maxLength: 6 }).map((parts) => parts.join('\n'))

describe('Two people’s changes to one text', () => {
  it('are joined when they touch different lines', () => {
    const mine = started.replace('chaque mois', 'chaque semaine')
    const theirs = `${started}\n\nIl est remis à chacun.`
    expect(mergeText({ started, mine, theirs })).toEqual({ text: `${mine}\n\nIl est remis à chacun.`, contradicts: false })
  })

  it('stand one after the other when they touch the same line, and a person decides', () => {
    const [mine, theirs] = ['chaque semaine', 'deux fois par an'].map((rhythm) => started.replace('chaque mois', rhythm))
    const { text, contradicts } = mergeText({ started, mine: mine ?? '', theirs: theirs ?? '' })
    expect(contradicts).toBe(true)
    expect(text).toContain('Le bureau se réunit deux fois par an.\nLe bureau se réunit chaque semaine.')
  })

  it('never lose a line that one of them wrote', () => {
    const insert = (before: string, at: number, line: string) => before.split('\n').toSpliced(at, 0, line).join('\n')
    fc.assert(
      fc.property(text, fc.nat(6), fc.nat(6), (before, first, second) => {
        const merged = mergeText({ started: before, mine: insert(before, first, 'le mien'), theirs: insert(before, second, 'le sien') })
        expect(merged.text.split('\n')).toEqual(expect.arrayContaining(['le mien', 'le sien']))
      }),
    )
  })

  it('are one change when both made the same', () => {
    const both = started.replace('mois', 'trimestre')
    expect(mergeText({ started, mine: both, theirs: both })).toEqual({ text: both, contradicts: false })
  })

  it('keep whatever only one person changed', () => {
    fc.assert(
      fc.property(text, text, (before, after) => {
        expect(mergeText({ started: before, mine: after, theirs: before })).toEqual({ text: after, contradicts: false })
        expect(mergeText({ started: before, mine: before, theirs: after })).toEqual({ text: after, contradicts: false })
      }),
    )
  })
})
