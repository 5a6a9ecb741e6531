import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { fr, frEuros, frInSentence, frList, frNumber, frPercent, plural } from './typography.ts'

const shown = (text: string) => text.replaceAll('\u202f', '_').replaceAll('\u00a0', '~')

describe('French spaces', () => {
  it.each([
    ['« 3 000 € », « 30 % »', '«_3_000_€_», «_30_%_»'],
    ['Retirer la Ressourcerie La Seconde Main ? Elle part !', 'Retirer la Ressourcerie La Seconde Main_? Elle part_!'],
    ['Vous vous donnez 2,0 ; elles vous donnent 3,6.', 'Vous vous donnez 2,0_; elles vous donnent 3,6.'],
    ['Hors ligne : gardé sur cet appareil', 'Hors ligne~: gardé sur cet appareil'],
    ['le 3 novembre 2026', 'le 3~novembre 2026'],
    ['dès le 1er décembre', 'dès le 1er~décembre'],
    ['mardi 17 novembre à 14:00', 'mardi 17~novembre à 14:00'],
    ['Ce fichier dépasse 10 Mo.', 'Ce fichier dépasse 10~Mo.'],
    ['118 g par repas, contre 142 g', '118~g par repas, contre 142~g'],
    ['n° 418', 'n°~418'],
    ['− 1,2 point', '−~1,2~point'],
    ['1 234 567 habitants', '1_234_567 habitants'],
    ['«Urgent»', '«_Urgent_»'],
    ['30%', '30_%'],
    ['la démarche 2026 et 3 critères', 'la démarche 2026 et 3 critères'],
  ])('sets %j', (typed, expected) => {
    expect(shown(fr(typed))).toBe(expected)
  })

  it('writes apostrophes, ellipses and ranges of years', () => {
    expect(fr('L\'équipe, de 2024-2026...')).toBe('L’équipe, de 2024–2026…')
  })

  it.each([
    'https://pratiques.example.org/a?b=1;c#d:e!',
    'pilote@demo.test',
    'de 9:05 à 14:32',
    '2026-11-03',
    '06 12 34 56 78',
    '/recherche?q=50%25',
    'critère 3.6.2',
  ])('leaves %j whole', (text) => {
    expect(fr(text)).toBe(text)
  })

  const frenchText = fc.array(
    fc.oneof(
      fc.constantFrom(' ', ' ', '\u00a0', '\u202f', '«', '»', ';', '!', '?', ':', '%', '€', '\'', '...', 'n°', '1er', 'mai', 'Mo', '−', '-', '2026', '\n'),
      fc.string({ maxLength: 4 }),
      fc.integer({ min: 0, max: 99_999 }).map(String),
    ),
    { maxLength: 24 },
  ).map((parts) => parts.join(''))

  it('changes nothing the second time', () => {
    fc.assert(fc.property(frenchText, (text) => {
      expect(fr(fr(text))).toBe(fr(text))
    }), { numRuns: 2000 })
  })

  it('touches spaces, apostrophes, dots and hyphens alone', () => {
    const bare = (text: string) => text.replaceAll(/[ \u00a0\u202f]/gu, '').replaceAll('’', '\'').replaceAll('…', '...').replaceAll('–', '-')
    fc.assert(fc.property(frenchText, (text) => {
      expect(bare(fr(text))).toBe(bare(text))
    }), { numRuns: 2000 })
  })

  it('never leaves an ordinary space before a high sign', () => {
    fc.assert(fc.property(frenchText, (text) => {
      expect(fr(text)).not.toMatch(/ [;:!?»]|« /u)
    }), { numRuns: 2000 })
  })
})

describe('numbers', () => {
  it.each([
    [frNumber(3000), '3_000'],
    [frNumber(2.7, { decimals: 1 }), '2,7'],
    [frNumber(3, { decimals: 1 }), '3,0'],
    [frNumber(-1.2), '−~1,2'],
    [frNumber(1.6, { signed: true }), '+~1,6'],
    [frNumber(-0), '0'],
    [frNumber(-0.04, { decimals: 1, signed: true }), '0,0'],
    [frNumber(1_234_567), '1_234_567'],
    [frPercent(30), '30_%'],
    [frEuros(300_000), '3_000_€'],
    [frEuros(1250), '12,50_€'],
    [frEuros(-1250), '−~12,50_€'],
  ])('writes %j', (written, expected) => {
    expect(shown(written)).toBe(expected)
  })

  it('are already what fr() would make of them', () => {
    fc.assert(fc.property(fc.double({ min: -1e12, max: 1e12, noNaN: true }), fc.boolean(), (value, signed) => {
      const written = frNumber(value, { signed })
      expect(fr(written)).toBe(written)
    }))
  })
})

describe('lists and plurals', () => {
  it.each([
    [[], ''],
    [['Usagers'], 'Usagers'],
    [['Territoire', 'Usagers'], 'Territoire et Usagers'],
    [['Gouvernance', 'Territoire', 'Usagers'], 'Gouvernance, Territoire et Usagers'],
  ])('joins %j', (items, expected) => {
    expect(frList(items)).toBe(expected)
  })

  it.each([[0, '0~critère'], [1, '1~critère'], [2, '2~critères'], [1500, '1_500~critères']])('counts %i', (count, expected) => {
    expect(shown(plural(count, { one: 'critère', many: 'critères' }))).toBe(expected)
  })
})

describe('A label inside a sentence', () => {
  it.each([
    ['Thème', 'thème'], ['Établissement', 'établissement'], ['ISO 26000', 'ISO 26000'], ['ODD', 'ODD'], ['Œuvres', 'œuvres'], ['À confirmer', 'à confirmer'], ['18 thèmes', '18 thèmes'], ['', ''],
  ])('%s is %s', (label, said) => {
    expect(frInSentence(label)).toBe(said)
  })
})
