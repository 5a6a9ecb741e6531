import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import { samples } from '../../../tests/support/sample.ts'

import { finessSchema, isFiness } from './finess.rules.ts'
import { passesLuhn } from './luhn.ts'
import { parseOrganisationNumber } from './organisation-number.rules.ts'
import { parseSiret, siretProblem, siretSchema } from './siret.rules.ts'

describe('a SIRET', () => {
  it.each(['73282932000074', '35600000000048'])('%s is accepted', (siret) => {
    expect(siretProblem(siret)).toBeNull()
    expect(siretSchema.parse(siret)).toBe(siret)
  })

  it('of La Poste may have the key of its own', () => {
    expect(passesLuhn('35600000049837')).toBe(false)
    expect(siretProblem('35600000049837')).toBeNull()
    expect(siretProblem('35600000049838')).toBe('SIRET_KEY')
  })

  it('of another company may not', () => {
    // A digit sum that 5 divides, as La Poste's.
    expect(siretProblem('73282932000072')).toBe('SIRET_KEY')
  })

  it.each(['7328293200007', '732829320000745', '7328293200007A', '', '732 829 320 00074', '73282932000074\n'])(
    '%j is not 14 digits',
    (value) => {
      expect(siretProblem(value)).toBe('SIRET_LENGTH')
      expect(siretSchema.safeParse(value).error?.issues[0]?.message).toBe('SIRET_LENGTH')
    },
  )

  it('may be typed with spaces of any kind', () => {
    expect(parseSiret(' 732 829\u00a0320\u202f00074 ')).toEqual({ ok: true, value: '73282932000074' })
    expect(parseSiret('732 829 320 00075')).toEqual({ ok: false, error: 'SIRET_KEY' })
  })

  it('with one wrong digit is always refused', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[12479]\d{12}$/), fc.nat({ max: 13 }), fc.integer({ min: 1, max: 9 }), (start, at, by) => {
        const key = [...'0123456789'].find((digit) => passesLuhn(start + digit))
        const siret = `${start}${key}`
        const wrong = siret.slice(0, at) + String((Number(siret[at]) + by) % 10) + siret.slice(at + 1)
        expect(siretProblem(siret)).toBeNull()
        expect(siretProblem(wrong)).toBe('SIRET_KEY')
      }),
      samples({ sample: 100, full: 5000 }),
    )
  })
})

describe('a FINESS number', () => {
  it.each(['440012345', '2A0001234', '2B0001234', '970100228'])('%s has the form of one', (value) => {
    expect(isFiness(value)).toBe(true)
  })

  it.each(['44001234', '4400123456', '2C0001234', '2a0001234', '44 0012345', 'A40012345', ''])('%j has not', (value) => {
    expect(isFiness(value)).toBe(false)
    expect(finessSchema.safeParse(value).error?.issues[0]?.message).toBe('FINESS')
  })
})

describe('the organisation of an address', () => {
  it.each([['6590', 6590], ['1', 1], ['2147483647', 2_147_483_647]])('%s is its number', (segment, number) => {
    expect(parseOrganisationNumber(segment)).toBe(number)
  })

  it.each(['0', '06590', '-1', '+1', '1.0', '1e3', '2147483648', '99999999999999999999', ' 1', '1\n', '٣', 'abc', '', '0x10'])(
    '%j is none',
    (segment) => {
      expect(parseOrganisationNumber(segment)).toBeNull()
    },
  )

  it('comes back from every number that the database can give', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 2_147_483_647 }), (number) => {
        expect(parseOrganisationNumber(String(number))).toBe(number)
      }),
      samples({ sample: 100, full: 5000 }),
    )
  })
})
