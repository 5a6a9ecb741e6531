import { describe, expect, it } from 'vitest'

import { normaliseLabel } from './label.rules.ts'

describe('The name of an organisation', () => {
  it.each([
    ['  Les  Ateliers\tdu Halage ', 'Les Ateliers du Halage'],
    ['E\u0301clat & Cie « 3.0 »', 'Éclat & Cie « 3.0 »'],
    ['3', '3'],
  ])('%j is kept as %j', (typed, label) => {
    expect(normaliseLabel(typed, 200)).toEqual({ ok: true, value: label })
  })

  it.each([
    ['   ', 'LABEL_MISSING'],
    ['x'.repeat(201), 'LABEL_LENGTH'],
    ['Lavoir\r\nBcc: tous@demo.test', 'LABEL_FORM'],
    ['Lavoir\u2028suite', 'LABEL_FORM'],
    ['Lavoir\u202Etiov', 'LABEL_FORM'],
    ['<b>Lavoir</b>', 'LABEL_FORM'],
    ['« … »', 'LABEL_FORM'],
  ])('%j is refused: %s', (typed, problem) => {
    expect(normaliseLabel(typed, 200)).toEqual({ ok: false, error: problem })
  })
})
