import { describe, expect, it } from 'vitest'

import { partWords, rowWords } from './field-words.ts'

describe('The place of a change, in words', () => {
  it.each([
    ['node', ['title'], 'Titre'],
    ['node', ['statement', 'en'], 'Affirmation › « en »'],
    ['node', ['levelTexts', '3'], 'Textes des niveaux, propres à cet élément › « 3 »'],
    ['question', ['prompt'], 'Question'],
    ['node', ['unheard-of'], '« unheard-of »'],
  ] as const)('is that of its field: %s %s', (row, path, words) => {
    expect(rowWords(row, [...path])).toBe(words)
  })

  it('goes down into what a field holds', () => {
    expect(partWords('scales', ['niveaux', 'values', '2', 'label'])).toBe('« niveaux » › Niveaux › « 2 » › Nom du niveau')
    expect(partWords('title', [])).toBe('')
    expect(rowWords('node', ['evidence', '1', 'label'])).toMatch(/^Preuves attendues › « 1 » › \p{L}+/u)
  })

  it('never tells a name of the format to people: every field of the studio has its words', () => {
    for (const path of [['about'], ['stakes'], ['repeat', 'label'], ['indicators', '1', 'label']]) {
      expect(rowWords('node', path)).not.toContain(path.at(-1))
    }
  })
})
