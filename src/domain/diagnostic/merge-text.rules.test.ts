import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import { mergeTexts } from './merge-text.rules.ts'

const base = 'Les statuts sont connus.\n\nLe conseil se réunit.\n\nUn rapport est publié.'

describe('Keeping both texts', () => {
  it('joins changes of different paragraphs into one text', () => {
    const mine = base.replace('se réunit', 'se réunit chaque lundi')
    const theirs = base.replace('est publié', 'est publié en juin')
    expect(mergeTexts({ base, mine, theirs })).toBe(
      'Les statuts sont connus.\n\nLe conseil se réunit chaque lundi.\n\nUn rapport est publié en juin.',
    )
  })

  it('puts both versions of the same line one after the other, theirs first', () => {
    expect(mergeTexts({ base: 'chaque lundi', mine: 'chaque lundi matin', theirs: 'chaque lundi et un jeudi sur deux' })).toBe(
      'chaque lundi et un jeudi sur deux\nchaque lundi matin',
    )
  })

  it('keeps one copy of what both wrote alike', () => {
    expect(mergeTexts({ base: 'a\nb', mine: 'a\nc', theirs: 'a\nc' })).toBe('a\nc')
  })

  it('keeps two first texts on an empty field', () => {
    expect(mergeTexts({ base: '', mine: 'Le mien.', theirs: 'Le sien.' })).toBe('Le sien.\nLe mien.')
  })

  it('takes the only change when one side changed nothing', () => {
    expect(mergeTexts({ base, mine: base, theirs: 'autre' })).toBe('autre')
    expect(mergeTexts({ base, mine: 'autre', theirs: base })).toBe('autre')
  })

  const text = fc.array(fc.constantFrom('a', 'b', 'c', 'd', ''), { maxLength: 12 }).map((lines) => lines.join('\n'))

  it('never loses a line that only one of the two wrote', () => {
    fc.assert(
      fc.property(text, fc.nat({ max: 12 }), fc.nat({ max: 12 }), (before, first, second) => {
        const insert = (at: number, line: string) => {
          const lines = before.split('\n')
          return [...lines.slice(0, at), line, ...lines.slice(at)].join('\n')
        }
        const merged = mergeTexts({ base: before, mine: insert(first, 'le mien'), theirs: insert(second, 'le sien') })
        expect(merged.split('\n')).toEqual(expect.arrayContaining(['le mien', 'le sien']))
      }),
    )
  })

  it('is the other text when one of them is the base, whatever the texts', () => {
    fc.assert(
      fc.property(text, text, (before, after) => {
        expect(mergeTexts({ base: before, mine: before, theirs: after })).toBe(after)
        expect(mergeTexts({ base: before, mine: after, theirs: before })).toBe(after)
        expect(mergeTexts({ base: before, mine: after, theirs: after })).toBe(after)
      }),
    )
  })
})
