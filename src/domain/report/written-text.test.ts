import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import { blocksOf } from './written-text.ts'

describe('a text that an organisation wrote', () => {
  it('has paragraphs parted by blank lines, and lines inside them', () => {
    expect(blocksOf('Un.\nDeux.\n\n\nTrois.')).toEqual([
      { kind: 'paragraph', lines: ['Un.', 'Deux.'] },
      { kind: 'paragraph', lines: ['Trois.'] },
    ])
  })

  it('has lists where lines begin with a dash', () => {
    expect(blocksOf('Nous avons :\n- des statuts\n – un règlement\nPuis la suite')).toEqual([
      { kind: 'paragraph', lines: ['Nous avons :'] },
      { kind: 'list', items: ['des statuts', 'un règlement'] },
      { kind: 'paragraph', lines: ['Puis la suite'] },
    ])
  })

  it('takes a dash inside a word or before a number for what it is', () => {
    expect(blocksOf('-5 degrés\nsous-traitance')).toEqual([{ kind: 'paragraph', lines: ['-5 degrés', 'sous-traitance'] }])
  })

  it('loses no word', () => {
    fc.assert(fc.property(fc.array(fc.stringMatching(/^[a-zé]{1,8}$/), { maxLength: 30 }), fc.constantFrom('\n', '\n\n', ' ', '\n- '), (words, joint) => {
      const shown = blocksOf(words.join(joint)).flatMap((block) => (block.kind === 'list' ? block.items : block.lines))
      expect(shown.flatMap((line) => line.split(' ')).filter((word) => word !== '')).toEqual(words)
    }))
  })
})
