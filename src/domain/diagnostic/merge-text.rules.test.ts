import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import { differences, mergeTexts } from './merge-text.rules.ts'

const started = 'Les statuts sont connus.\n\nLe conseil se réunit.\n\nUn rapport est publié.'

describe('Keeping both texts', () => {
  it('joins changes of different paragraphs into one text', () => {
    const mine = started.replace('se réunit', 'se réunit chaque lundi')
    const theirs = started.replace('est publié', 'est publié en juin')
    expect(mergeTexts({ started, mine, theirs }).text).toBe(
      'Les statuts sont connus.\n\nLe conseil se réunit chaque lundi.\n\nUn rapport est publié en juin.',
    )
  })

  it('puts both versions of the same line one after the other, theirs first', () => {
    expect(mergeTexts({ started: 'chaque lundi', mine: 'chaque lundi matin', theirs: 'chaque lundi et un jeudi sur deux' }).text).toBe(
      'chaque lundi et un jeudi sur deux\nchaque lundi matin',
    )
  })

  it('keeps one copy of what both wrote alike', () => {
    expect(mergeTexts({ started: 'a\nb', mine: 'a\nc', theirs: 'a\nc' }).text).toBe('a\nc')
  })

  it('keeps two first texts on an empty field', () => {
    expect(mergeTexts({ started: '', mine: 'Le mien.', theirs: 'Le sien.' }).text).toBe('Le sien.\nLe mien.')
  })

  it('takes the only change when one side changed nothing', () => {
    expect(mergeTexts({ started, mine: started, theirs: 'autre' }).text).toBe('autre')
    expect(mergeTexts({ started, mine: 'autre', theirs: started }).text).toBe('autre')
  })

  const text = fc.array(fc.constantFrom('a', 'b', 'c', 'd', ''), { maxLength: 12 }).map((lines) => lines.join('\n'))

  it('never loses a line that only one of the two wrote', () => {
    fc.assert(
      fc.property(text, fc.nat({ max: 12 }), fc.nat({ max: 12 }), (before, first, second) => {
        const insert = (at: number, line: string) => {
          const lines = before.split('\n')
          return [...lines.slice(0, at), line, ...lines.slice(at)].join('\n')
        }
        const merged = mergeTexts({ started: before, mine: insert(first, 'le mien'), theirs: insert(second, 'le sien') })
        expect(merged.text.split('\n')).toEqual(expect.arrayContaining(['le mien', 'le sien']))
      }),
    )
  })

  it('is the other text when one of them is the base, whatever the texts', () => {
    fc.assert(
      fc.property(text, text, (before, after) => {
        expect(mergeTexts({ started: before, mine: before, theirs: after }).text).toBe(after)
        expect(mergeTexts({ started: before, mine: after, theirs: before }).text).toBe(after)
        expect(mergeTexts({ started: before, mine: after, theirs: after }).text).toBe(after)
      }),
    )
  })
})

describe('Two texts that contradict each other', () => {
  it('are those that changed the same line', () => {
    const [mine, theirs] = [started.replace('se réunit', 'se réunit chaque lundi'), started.replace('se réunit', 'siège en juin')]
    expect(mergeTexts({ started, mine, theirs }).contradicts).toBe(true)
  })

  it('are not those that changed different lines, or the same line alike', () => {
    const mine = started.replace('se réunit', 'se réunit chaque lundi')
    const theirs = `${started}\n\nIl est remis à chacun.`
    expect(mergeTexts({ started, mine, theirs })).toEqual({ text: `${mine}\n\nIl est remis à chacun.`, contradicts: false })
    expect(mergeTexts({ started, mine, theirs: mine })).toEqual({ text: mine, contradicts: false })
  })

  it('are two texts too long to be compared', () => {
    const long = Array.from({ length: 2_100 }, (_, line) => String(line)).join('\n')
    expect(mergeTexts({ started: long, mine: `${long}\na`, theirs: `b\n${long}` })).toEqual({ text: `b\n${long}\n\n${long}\na`, contradicts: true })
  })
})

describe('What two versions have not in common', () => {
  it('is told word by word', () => {
    expect(differences('Le tri est suivi chaque mois.', 'Le tri est suivi chaque semaine.')).toEqual([
      { text: 'Le tri est suivi chaque ', isNew: false },
      { text: 'semaine.', isNew: true },
    ])
  })

  it('gives the whole text back, whatever the texts', () => {
    const words = fc.array(fc.constantFrom('a', 'b', 'c', ' ', '\n'), { maxLength: 20 }).map((parts) => parts.join(''))
    fc.assert(fc.property(words, words, (from, to) => {
      expect(differences(from, to).map(({ text }) => text).join('')).toBe(to)
    }))
  })
})
