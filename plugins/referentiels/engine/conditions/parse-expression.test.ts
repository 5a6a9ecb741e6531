import { describe, expect, it } from 'vitest'

import { parseExpression } from './parse-expression.ts'
import { printExpression } from './print-expression.ts'

/** What an accepted source reads as, in English. */
const read = (source: string): string => {
  const parsed = parseExpression(source)
  if (!parsed.ok) throw new Error(`${source}: ${JSON.stringify(parsed.error)}`)
  return printExpression(parsed.value, 'en')
}

const refusal = (source: string) => {
  const parsed = parseExpression(source)
  if (parsed.ok) throw new Error(`${source} was read as ${printExpression(parsed.value, 'en')}`)
  return parsed.error
}

describe('The tree of a condition', () => {
  it('is plain data with the place of each part', () => {
    const parsed = parseExpression('profil.public recoupe ["PA"] et non oui')
    expect(parsed).toEqual({
      ok: true,
      value: {
        kind: 'and',
        at: 0,
        operands: [
          {
            kind: 'comparison',
            operator: 'overlaps',
            at: 0,
            left: { kind: 'reference', of: 'profile', name: 'public', at: 0 },
            right: { kind: 'list', at: 22, items: [{ kind: 'string', value: 'PA', at: 23 }] },
          },
          { kind: 'not', at: 32, operand: { kind: 'boolean', value: true, at: 36 } },
        ],
      },
    })
    expect(JSON.parse(JSON.stringify(parsed))).toEqual(parsed)
  })

  it('stays flat however long an enumeration is', () => {
    const parsed = parseExpression(Array.from({ length: 200 }, (_, item) => `score.a=${item}`).join(' or '))
    expect(parsed).toMatchObject({ ok: true, value: { kind: 'or' } })
    if (parsed.ok && parsed.value.kind === 'or') expect(parsed.value.operands).toHaveLength(200)
  })
})

describe('French and English say the same', () => {
  it.each([
    ['profil.public recoupe ["PA","PHA"] et non (réponse.x = "oui")', 'profile.public overlaps ["PA", "PHA"] and not answer.x = "oui"'],
    ['PROFIL.secteur DANS ["médico"; "social"] OU Reponse.x ≠ 2', 'profile.secteur in ["médico", "social"] or answer.x != 2'],
    ['score.c1 ≥ 3,5 and score.c1.met', 'score.c1 >= 3.5 and score.c1.met'],
    ['score.overall <> 4 ou score.a ≤ 2', 'score.overall != 4 or score.a <= 2'],
    ['nœud.chapitre = "1" et noeud.imperative et node.kind = "critere"', 'node.chapitre = "1" and node.imperative and node.kind = "critere"'],
    ['somme(réponse.a; réponse.b) / moyenne(1;2) - nombre(réponse.c)', 'sum(answer.a, answer.b) / mean(1, 2) - count(answer.c)'],
    ['si(répondu(réponse.a) ; arrondi(réponse.a; 2) ; 0)', 'if(answered(answer.a), round(answer.a, 2), 0)'],
    ['SI(Repondu(réponse.a), MIN(1,2), Max(3,4))', 'if(answered(answer.a), min(1, 2), max(3, 4))'],
    ['vrai et faux ou TRUE et False', 'true and false or true and false'],
  ])('%s', (french, english) => {
    expect(read(french)).toBe(english)
    expect(read(english)).toBe(english)
  })

  it('reads letters that were typed in two parts, and counts places in the joined form', () => {
    expect(read('re\u0301ponse.x')).toBe('answer.x')
    expect(refusal('re\u0301ponse.x ?')).toMatchObject({ at: 10, found: '?' })
  })

  it('reads spaces of every width', () => {
    expect(read('profil.public\u00a0=\u202f«\u00a0PA\u00a0»\u200b\n')).toBe('profile.public = "PA"')
  })
})

describe('Quotes', () => {
  it.each([
    ['"PA"', 'PA'],
    ['“PA”', 'PA'],
    ['”PA"', 'PA'],
    ["'PA'", 'PA'],
    ['‘PA’', 'PA'],
    ['«PA»', 'PA'],
    ['«\u202fPA sociale\u00a0»', 'PA sociale'],
    ['" PA "', ' PA '],
    ['"l’eau et l\'air"', "l’eau et l'air"],
    ['\'dit "oui"\'', 'dit "oui"'],
    ['"dit \\"oui\\" \\\\"', 'dit "oui" \\'],
    ['""', ''],
    ['"e\\\u0301"', 'é'],
  ])('%s holds %j', (source, value) => {
    expect(parseExpression(source)).toMatchObject({ ok: true, value: { kind: 'string', value } })
  })
})

describe('A comma between digits', () => {
  it.each([
    ['3,5', '3.5'],
    ['(1,5) + 2', '1.5 + 2'],
    ['max(1,5)', 'max(1, 5)'],
    ['max(1,5; 2)', 'max(1.5, 2)'],
    ['max((1,5), 2)', 'max(1.5, 2)'],
    ['max([1,5]; 2,5)', 'max([1, 5], 2.5)'],
    ['[1,5]', '[1, 5]'],
    ['[1,5; -2,5]', '[1.5, -2.5]'],
    ['[1.5,2]', '[1.5, 2]'],
    ['si(score.a > 1,5; min(1,2); 0)', 'if(score.a > 1.5, min(1, 2), 0)'],
  ])('%s reads %s', (source, canonical) => {
    expect(read(source)).toBe(canonical)
  })

  it.each(['3, 5', '3 ,5', '1,5,2', '1.5,2', '1,5.2', '["a"; "b", "c"]'])('%s is refused', (source) => {
    expect(refusal(source).code).toBe('EXPRESSION')
  })
})

describe('oui and non', () => {
  it.each([
    ['réponse.x = oui', 'answer.x = true'],
    ['réponse.x = non', 'answer.x = false'],
    ['réponse.x = NON et vrai', 'answer.x = false and true'],
    ['(non)', 'false'],
    ['non = réponse.x', 'false = answer.x'],
    ['non', 'false'],
    ['non non', 'not false'],
    ['non oui', 'not true'],
    ['non réponse.x = oui', 'not answer.x = true'],
    ['si(non ; non ; oui)', 'if(false, false, true)'],
    ['non dans ["non"]', 'false in ["non"]'],
    ['non (réponse.x)', 'not answer.x'],
    ['non -1', 'not -1'],
  ])('%s reads %s', (source, canonical) => {
    expect(read(source)).toBe(canonical)
  })

  it('keeps `non` after an operator a value, so that an operand behind it is refused', () => {
    expect(refusal('réponse.x = non (vrai)')).toEqual({ code: 'EXPRESSION', at: 16, expected: 'operator', found: '(' })
    expect(refusal('réponse.x = not')).toMatchObject({ at: 12, expected: 'operand' })
  })
})

describe('References', () => {
  it.each([
    ['answer.3.6.2.e1', { of: 'answer', name: '3.6.2.e1' }],
    ['answer.a-1', { of: 'answer', name: 'a-1' }],
    ['score.c31.met', { of: 'met', name: 'c31' }],
    ['score.met', { of: 'score', name: 'met' }],
    ['score.c31.MET', { of: 'score', name: 'c31.MET' }],
    ['score.overall', { of: 'overall' }],
    ['node.methods', { of: 'node', name: 'methods' }],
    ['node.chapitre', { of: 'ancestor', name: 'chapitre' }],
    ['profile.constructor', { of: 'profile', name: 'constructor' }],
    ['answer.toString', { of: 'answer', name: 'toString' }],
    ['node.hasOwnProperty', { of: 'ancestor', name: 'hasOwnProperty' }],
  ])('%s', (source, reference) => {
    expect(parseExpression(source)).toEqual({ ok: true, value: { kind: 'reference', at: 0, ...reference } })
  })

  it('takes a minus into the code unless spaces stand around it', () => {
    expect(read('answer.a - 1')).toBe('answer.a - 1')
    expect(read('answer.a -1')).toBe('answer.a - 1')
    expect(read('3-1')).toBe('3 - 1')
  })

  it.each([
    ['profile.', 8, ''],
    ['profile.__proto__', 8, '__proto__'],
    ['answer.é', 7, 'é'],
    ['answer.x.', 7, 'x.'],
    ['answer.x- 1', 7, 'x-'],
    ['score..met', 6, '.met'],
    [`answer.${'a'.repeat(201)}`, 7, 'a'.repeat(60)],
  ])('%s names no code', (source, at, found) => {
    expect(refusal(source)).toEqual({ code: 'EXPRESSION', at, expected: 'code', ...(found === '' ? {} : { found }) })
  })
})

describe('Precedence', () => {
  it.each([
    ['true or false and not true', 'true or false and not true'],
    ['(true or false) and true', '(true or false) and true'],
    ['not (true and false)', 'not (true and false)'],
    ['(not true) and false', 'not true and false'],
    ['((1 + 2)) * 3', '(1 + 2) * 3'],
    ['1 + (2 * 3)', '1 + 2 * 3'],
    ['1 - (2 - 3)', '1 - (2 - 3)'],
    ['(1 - 2) - 3', '(1 - 2) - 3'],
    ['-(1 + 2)', '-(1 + 2)'],
    ['- - 1', '--1'],
    ['-2 * 3', '-2 * 3'],
    ['(1 = 1) = true', '(1 = 1) = true'],
    ['(true and false) and true', '(true and false) and true'],
  ])('%s reads %s', (source, canonical) => {
    expect(read(source)).toBe(canonical)
  })
})

describe('A refusal says where, what was expected, and what was meant', () => {
  it.each([
    ['', { at: 0, expected: 'operand' }],
    ['   ', { at: 3, expected: 'operand' }],
    ['score.a =', { at: 9, expected: 'operand' }],
    ['score.a = ]', { at: 10, expected: 'operand', found: ']' }],
    ['et vrai', { at: 0, expected: 'operand', found: 'et' }],
    ['vrai faux', { at: 5, expected: 'operator', found: 'faux' }],
    ['vrai )', { at: 5, expected: 'operator', found: ')' }],
    ['(vrai', { at: 5, expected: 'closing-parenthesis' }],
    ['(vrai, faux)', { at: 5, expected: 'closing-parenthesis', found: ',' }],
    ['profil.p recoup ["PA"]', { at: 9, expected: 'operator', found: 'recoup', suggestion: 'recoupe' }],
    ['profil.p nonn ["PA"]', { at: 9, expected: 'operator', found: 'nonn' }],
    ['profil.p dans [PA]', { at: 15, expected: 'literal', found: 'PA' }],
    ['profil.p dans []', { at: 15, expected: 'literal', found: ']' }],
    ['profil.p dans [-"a"]', { at: 15, expected: 'literal', found: '-' }],
    ['profil.p dans ["PA"', { at: 19, expected: 'closing-bracket' }],
    ['["a"; "b", "c"]', { at: 9, expected: 'separator', found: ',', suggestion: ';' }],
    ['profil.p = PA', { at: 11, expected: 'operand', found: 'PA' }],
    ['profl.p = 1', { at: 0, expected: 'operand', found: 'profl.p' }],
    ['score.a = vrais', { at: 10, expected: 'operand', found: 'vrais' }],
    ['constructor', { at: 0, expected: 'operand', found: 'constructor' }],
    ['__proto__', { at: 0, expected: 'operand', found: '__proto__' }],
    ['__proto__.x', { at: 0, expected: 'operand', found: '__proto__.x' }],
    ['score.a == 1', { at: 8, expected: 'operator', found: '==', suggestion: '=' }],
    ['score.a => 1', { at: 8, expected: 'operator', found: '=>', suggestion: '>=' }],
    ['vrai && faux', { at: 5, expected: 'operator', found: '&&', suggestion: 'et' }],
    ['!vrai', { at: 0, expected: 'operator', found: '!', suggestion: 'non' }],
    ['score.a !== 1', { at: 8, expected: 'operator', found: '!==', suggestion: '!=' }],
    ['score.a === 1', { at: 8, expected: 'operator', found: '===', suggestion: '=' }],
    ['score.a =< 1', { at: 8, expected: 'operator', found: '=<', suggestion: '<=' }],
    ['vrai | faux', { at: 5, expected: 'operator', found: '|', suggestion: 'ou' }],
    ['2 × 3', { at: 2, expected: 'operator', found: '×', suggestion: '*' }],
    ['2 ÷ 3', { at: 2, expected: 'operator', found: '÷', suggestion: '/' }],
    ['score.a – 1', { at: 8, expected: 'operator', found: '–', suggestion: '-' }],
    ['1 < score.a < 3', { at: 12, expected: 'one-comparison', found: '<' }],
    ['"PA', { at: 0, expected: 'closing-quote', found: '"PA' }],
    ['"PA\\"', { at: 0, expected: 'closing-quote', found: '"PA\\"' }],
    ['node.number = 1.10.2', { at: 14, expected: 'number', found: '1.10.2' }],
    ['1.', { at: 0, expected: 'number', found: '1.' }],
    ['1e5', { at: 0, expected: 'number', found: '1e5' }],
    ['1234567890123456', { at: 0, expected: 'number', found: '1234567890123456' }],
    ['score.a ? 1', { at: 8, expected: 'operand', found: '?' }],
    ['score.a = 😀', { at: 10, expected: 'operand', found: '😀' }],
    ['somme', { at: 5, expected: 'opening-parenthesis' }],
    ['somme()', { at: 6, expected: 'operand', found: ')' }],
    ['si(vrai; 1)', { at: 0, expected: 'arguments', found: 'si' }],
    ['1 + round(1; 2; 3)', { at: 4, expected: 'arguments', found: 'round' }],
    ['answered(score.a, score.b)', { at: 0, expected: 'arguments', found: 'answered' }],
    ['sum(1', { at: 5, expected: 'closing-parenthesis' }],
  ])('%s', (source, error) => {
    expect(refusal(source)).toEqual({ code: 'EXPRESSION', ...error })
  })

  it.each([
    ['some(1)', { at: 0, found: 'some', suggestion: 'somme' }],
    ['1 + moyene (1)', { at: 4, found: 'moyene', suggestion: 'moyenne' }],
    ['constructor(1)', { at: 0, found: 'constructor' }],
    ['__proto__("a")', { at: 0, found: '__proto__' }],
    ['profile.x(1)', null],
  ])('%s', (source, error) => {
    expect(refusal(source)).toEqual(
      error === null
        ? { code: 'EXPRESSION', at: 9, expected: 'operator', found: '(' }
        : { code: 'FONCTION_INCONNUE', ...error },
    )
  })
})

describe('Hostile sources', () => {
  const deepest = 64

  it.each([
    ['parentheses', '(', '1', ')'],
    ['calls', 'sum(', '1', ')'],
    ['negations', 'not ', 'true', ''],
    ['signs', '-', '1', ''],
  ])('%s nest 64 deep and no deeper', (_, opening, middle, closing) => {
    const nest = (depth: number) => opening.repeat(depth) + middle + closing.repeat(depth)
    expect(parseExpression(nest(deepest)).ok).toBe(true)
    expect(refusal(nest(deepest + 1))).toMatchObject({ code: 'EXPRESSION', expected: 'less-nesting' })
    expect(refusal(opening.repeat(3_900 / opening.length))).toMatchObject({ expected: 'less-nesting' })
  })

  it('are refused beyond 4,000 characters, before and after letters are joined', () => {
    expect(refusal('1'.padEnd(4_001))).toEqual({ code: 'EXPRESSION', at: 4_000, expected: 'shorter-text' })
    expect(parseExpression('1'.padEnd(4_000)).ok).toBe(true)
    // U+0958 is longer in NFC.
    expect(refusal(`"${'\u0958'.repeat(3_000)}"`)).toMatchObject({ expected: 'shorter-text' })
    expect(refusal('('.repeat(10_000_000))).toMatchObject({ expected: 'shorter-text' })
  })

  it('are refused where the canonical text would be too long to be read again', () => {
    expect(refusal(Array.from({ length: 1_000 }, () => '1').join('≥1or '))).toMatchObject({ code: 'EXPRESSION' })
    const dense = Array.from({ length: 800 }, () => '"a"').join('+')
    expect(dense.length).toBeLessThan(4_000)
    expect(refusal(dense)).toEqual({ code: 'EXPRESSION', at: 4_000, expected: 'shorter-text' })
  })

  it('never make the reader go back, which would double the time at each level', () => {
    const opened = ['(', '[', 'sum(', 'not (', 'si(oui;', '-(', '1*(', 'a.b = ('].map((part) => part.repeat(64))
    const began = performance.now()
    for (const source of [...opened, '"'.repeat(3_999), 'a.'.repeat(2_000), 'é'.repeat(4_000)]) refusal(source)
    expect(performance.now() - began).toBeLessThan(1_000)
  })
})
