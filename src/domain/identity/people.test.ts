import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import { samples } from '../../../tests/support/sample.ts'

import { emailSchema, normaliseEmail } from './email.rules.ts'
import { passwordProblem } from './password.rules.ts'
import { displayName, initials, normaliseName } from './person-name.rules.ts'

describe('an e-mail address', () => {
  it.each([
    [' Pilote@Demo.TEST ', 'pilote@demo.test'],
    ['maelle.tanguy+demarche@sous.demo.test', 'maelle.tanguy+demarche@sous.demo.test'],
    ["l'o_k=x@demo.test", "l'o_k=x@demo.test"],
    ['\u00a0pilote@demo.test\u202f', 'pilote@demo.test'],
  ])('%j becomes %s', (typed, email) => {
    expect(emailSchema.parse(typed)).toBe(email)
  })

  it.each([
    'pilote', '@demo.test', 'pilote@', 'pilote@demo', 'pilote@@demo.test', 'a@b@demo.test', '.a@demo.test', 'a.@demo.test',
    'a..b@demo.test', 'pi lote@demo.test', 'pilote@demo..test', 'pilote@-demo.test', 'pilote@demo-.test', 'pilote@127.0.0.1',
    'pilote@demo.test\r\nBcc: autre@demo.test', 'pilote\u0000@demo.test', 'pilote@demo.test,autre@demo.test',
    '"pilote"@demo.test', '<pilote@demo.test>', 'pilote@démo.test', 'hélène@demo.test', '',
  ])('%j is none', (typed) => {
    expect(normaliseEmail(typed)).toEqual({ ok: false, error: 'EMAIL_FORM' })
    expect(emailSchema.safeParse(typed).error?.issues[0]?.message).toBe('EMAIL_FORM')
  })

  it('has at most 254 signs, 64 of them before the @', () => {
    const host = `${'d'.repeat(60)}.${'d'.repeat(60)}.${'d'.repeat(60)}.test`
    const longest = `${'a'.repeat(64)}@${'b'.repeat(254 - 65 - host.length - 1)}.${host}`
    expect(longest).toHaveLength(254)
    expect(normaliseEmail(longest).ok).toBe(true)
    expect(normaliseEmail(`a${longest}`)).toEqual({ ok: false, error: 'EMAIL_LENGTH' })
    expect(normaliseEmail(`${'a'.repeat(64)}@demo.test`).ok).toBe(true)
    expect(normaliseEmail(`${'a'.repeat(65)}@demo.test`)).toEqual({ ok: false, error: 'EMAIL_LENGTH' })
    expect(normaliseEmail(`a@${'d.'.repeat(130)}test`)).toEqual({ ok: false, error: 'EMAIL_LENGTH' })
  })

  it('is normalised once for all, and carries nothing that a mail header would read', () => {
    fc.assert(
      fc.property(fc.oneof(fc.emailAddress(), fc.string({ unit: 'grapheme' })), (typed) => {
        const result = normaliseEmail(typed)
        if (!result.ok) return
        expect(normaliseEmail(result.value)).toEqual(result)
        expect(result.value).toMatch(/^[!-~]+$/)
        expect(result.value).not.toMatch(/[A-Z,;:<>()[\]\\"]/)
      }),
      samples({ sample: 100, full: 5000 }),
    )
  })
})

describe('a person’s name', () => {
  it.each([
    ['  Maëlle ', 'Maëlle'],
    ['Jean\u00a0 Pierre', 'Jean Pierre'],
    ['Mae\u0308lle', 'Maëlle'],
    ['N’Diaye-Le Goff', 'N’Diaye-Le Goff'],
    ['O\'Neill', 'O\'Neill'],
    ['王', '王'],
  ])('typed %j is %s', (typed, name) => {
    expect(normaliseName(typed)).toEqual({ ok: true, value: name })
  })

  it.each([
    ['', 'NAME_MISSING'],
    ['   ', 'NAME_MISSING'],
    ['a'.repeat(101), 'NAME_LENGTH'],
    ['123', 'NAME_FORM'],
    ['Maëlle\nBcc', 'NAME_FORM'],
    ['<b>Maëlle</b>', 'NAME_FORM'],
    ['Maëlle\u202eyugnaT', 'NAME_FORM'],
    ['m@demo.test', 'NAME_FORM'],
  ])('typed %j is refused: %s', (typed, problem) => {
    expect(normaliseName(typed)).toEqual({ ok: false, error: problem })
  })

  it.each([
    ['Maëlle', 'Tanguy', 'MT'],
    ['éloi', 'de la Tour', 'ÉT'],
    ['Anne-Marie', 'Le Bihan', 'AL'],
    ['Yann', 'd’Argent', 'YA'],
    ['Aminata', '', 'A'],
    ['', '', ''],
  ])('%s %s has the initials %s', (firstName, lastName, expected) => {
    expect(initials({ firstName, lastName })).toBe(expected)
  })

  it('is shown first name first', () => {
    expect(displayName({ firstName: 'Maëlle', lastName: 'Tanguy' })).toBe('Maëlle Tanguy')
    expect(displayName({ firstName: 'Aminata', lastName: '' })).toBe('Aminata')
  })
})

describe('a password', () => {
  const problemOf = (password: string, email = 'pilote@demo.test') => passwordProblem({ password, email })

  it.each(['quatre chevaux sur la berge', 'xK8!vq29-Lmz', 'péniche-halage-tuffeau', 'le marché du samedi', '  ombre et 7 ponts'])(
    '%j is accepted',
    (password) => {
      expect(problemOf(password)).toBeNull()
    },
  )

  it.each(['', 'court', 'onze signes', '🐟🐟🐟🐟🐟🐟'])('%j is too short', (password) => {
    expect(problemOf(password)).toBe('TOO_SHORT')
  })

  it.each([
    'motdepasse123', 'MotDePasse2026!', 'P@ssw0rd2026!', 'password12345', 'azertyuiop123', 'qwertyuiop2026', '123456789012',
    '098765432109', 'abcdefghijklmnop', 'aaaaaaaaaaaaaaa', 'abcabcabcabc', 'demonstration', 'démonstration1', 'EssPratiques2026',
    'administrateur!', 'bonjour123456', 'association44', 'iloveyou1234', 'azertyazerty', 'motdepassemotdepasse', 'Bonjour1!Bonjour1!',
  ])('%j is too common', (password) => {
    expect(problemOf(password)).toBe('TOO_COMMON')
  })

  it('is not the address, nor what stands before its @', () => {
    expect(problemOf('pilote@demo.test')).toBe('IS_EMAIL')
    expect(problemOf('Pilote@demo.test2026')).toBe('IS_EMAIL')
    expect(problemOf('maelle.tanguy', 'maelle.tanguy@demo.test')).toBe('IS_EMAIL')
    expect(problemOf('pilote@demo.test', '')).toBeNull()
  })

  it('has an upper bound', () => {
    expect(problemOf('ombre et 7 ponts '.repeat(80))).toBe('TOO_LONG')
  })

  it('is never refused for what a random phrase of four words holds', () => {
    const word = fc.constantFrom('berge', 'tuffeau', 'chaland', 'halage', 'osier', 'aulne', 'martin', 'levee', 'crue', 'ancre')
    fc.assert(
      fc.property(fc.uniqueArray(word, { minLength: 4, maxLength: 4 }), (words) => {
        expect(problemOf(words.join(' '))).toBeNull()
      }),
      samples({ sample: 100, full: 5000 }),
    )
  })
})
