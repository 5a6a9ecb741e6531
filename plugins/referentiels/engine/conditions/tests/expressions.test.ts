import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import { samples } from '../../../../../tests/support/sample.ts'
import { compare, evaluateCondition, evaluateExpression, type Environment } from '../evaluate-expression.ts'
import type { Expression } from '../expression.ts'
import { maximumLength } from '../expression-error.ts'
import { parseExpression } from '../parse-expression.ts'
import { printExpression } from '../print-expression.ts'
import { partsOf, referencesOf } from '../references-of.ts'
import type { Value } from '../value.ts'
import { expression, source, value } from './arbitrary-expression.ts'

const many = samples({ sample: 2_000, full: 100_000 })
const language = fc.constantFrom('fr', 'en')

/** A tree without its places. */
const shape = (tree: Expression): unknown =>
  JSON.parse(JSON.stringify(tree), (key, part: unknown) => (key === 'at' ? undefined : part))

const isShort = (tree: Expression) =>
  printExpression(tree, 'fr').length <= maximumLength && printExpression(tree, 'en').length <= maximumLength

/** Gives references values in turn. */
const environmentOf = (values: readonly Value[]): Environment => {
  let turn = 0
  return { resolve: () => values[turn++ % values.length] ?? null }
}

const environment = fc.array(value, { minLength: 1, maxLength: 5 }).map(environmentOf)

describe('Canonical text', () => {
  it('reads as the tree that it was printed from', () => {
    fc.assert(
      fc.property(expression.filter(isShort), language, (tree, words) => {
        const text = printExpression(tree, words)
        const read = parseExpression(text)
        expect(read.ok ? shape(read.value) : { text, error: read.error }).toEqual(shape(tree))
      }),
      many,
    )
  })

  it('of whatever source is accepted can be read again, is its own canonical text, and means the same', () => {
    fc.assert(
      fc.property(source, language, (typed, words) => {
        const first = parseExpression(typed)
        if (!first.ok) return
        const text = printExpression(first.value, words)
        const second = parseExpression(text)
        expect(second.ok && shape(second.value)).toEqual(shape(first.value))
        expect(second.ok && printExpression(second.value, words)).toBe(text)
      }),
      many,
    )
  })
})

describe('Reading', () => {
  it('never throws, and places every mistake inside the source', () => {
    fc.assert(
      fc.property(source, (typed) => {
        const read = parseExpression(typed)
        if (read.ok) return
        expect(['EXPRESSION', 'FONCTION_INCONNUE']).toContain(read.error.code)
        expect(read.error.at).toBeGreaterThanOrEqual(0)
        expect(read.error.at).toBeLessThanOrEqual(typed.normalize('NFC').length)
      }),
      many,
    )
  })

  it('places every part of the tree where it stands', () => {
    fc.assert(
      fc.property(expression.filter(isShort), language, (tree, words) => {
        const text = printExpression(tree, words)
        const read = parseExpression(text)
        if (!read.ok) throw new Error(text)
        for (const found of referencesOf(read.value)) {
          expect(text.startsWith(printExpression(found, words), found.at)).toBe(true)
        }
      }),
      many,
    )
  })
})

describe('Evaluation', () => {
  it('never throws and yields a number, a text, a boolean, a list or unknown', () => {
    fc.assert(
      fc.property(expression, environment, (tree, given) => {
        const result = evaluateExpression(tree, given)
        const isValue = result === null || Array.isArray(result) || ['number', 'string', 'boolean'].includes(typeof result)
        expect(isValue).toBe(true)
        expect([true, false, null]).toContain(evaluateCondition(tree, given))
      }),
      many,
    )
  })

  it('yields neither infinity nor NaN, though references may be worth them', () => {
    fc.assert(
      fc.property(expression, environment, (tree, given) => {
        const result = evaluateExpression(tree, given)
        expect(typeof result !== 'number' || Number.isFinite(result)).toBe(true)
      }),
      many,
    )
  })

  it('settles what is settled: no value of an unknown reference changes a known result', () => {
    const known = new Map<string, Value>()
    const fixed = (filling: (name: string) => Value): Environment => ({
      resolve: (reference) => {
        const name = printExpression(reference, 'en')
        return known.get(name) ?? filling(name)
      },
    })
    const free: Expression = {
      kind: 'comparison',
      operator: '=',
      left: { kind: 'reference', of: 'answer', name: 'free', at: 0 },
      right: { kind: 'number', value: 1, at: 0 },
      at: 0,
    }
    const logic = fc.letrec<{ tree: Expression }>((tie) => ({
      tree: fc.oneof(
        { maxDepth: 4 },
        fc.constantFrom<Expression>(free, { kind: 'boolean', value: true, at: 0 }, { kind: 'boolean', value: false, at: 0 }),
        fc.record({ kind: fc.constant('not'), operand: tie('tree'), at: fc.constant(0) }),
        fc.record({
          kind: fc.constantFrom('and', 'or'),
          operands: fc.array(tie('tree'), { minLength: 2, maxLength: 3 }),
          at: fc.constant(0),
        }),
      ),
    })).tree
    fc.assert(
      fc.property(logic, fc.constantFrom<Value>(0, 1), (tree, later) => {
        const now = evaluateCondition(tree, fixed(() => null))
        if (now !== null) expect(evaluateCondition(tree, fixed(() => later))).toBe(now)
      }),
      many,
    )
  })
})

describe('Laws', () => {
  const truths: readonly (boolean | null)[] = [true, false, null]
  const given = (a: Value, b: Value, c: Value): Environment => {
    const values = new Map<string, Value>([
      ['a', a],
      ['b', b],
      ['c', c],
    ])
    return { resolve: (reference) => ('name' in reference ? (values.get(reference.name) ?? null) : null) }
  }
  const sameTruth = (left: string, right: string) => {
    const [one, other] = [left, right].map((text) => parseExpression(text.replaceAll(/\b([abc])\b/g, 'answer.$1')))
    if (!one?.ok || !other?.ok) throw new Error(`${left} | ${right}`)
    for (const a of truths) {
      for (const b of truths) {
        for (const c of truths) {
          const where = given(a, b, c)
          expect([a, b, c, evaluateCondition(one.value, where)]).toEqual([a, b, c, evaluateCondition(other.value, where)])
        }
      }
    }
  }

  it.each([
    ['a and b', 'b and a'],
    ['a or b', 'b or a'],
    ['(a and b) and c', 'a and b and c'],
    ['(a or b) or c', 'a or b or c'],
    ['a and (b or c)', 'a and b or a and c'],
    ['a or (b and c)', '(a or b) and (a or c)'],
    ['not (a and b)', 'not a or not b'],
    ['not (a or b)', 'not a and not b'],
    ['not not a', 'a'],
    ['a and a', 'a'],
    ['a or (a and b)', 'a'],
    ['a and true', 'a'],
    ['a or false', 'a'],
    ['a and false', 'false'],
    ['a or true', 'true'],
  ])('of Kleene: %s is %s', (left, right) => {
    sameTruth(left, right)
  })

  it('of comparison: unknown on one side is unknown, sides may swap, and != is the opposite of =', () => {
    fc.assert(
      fc.property(value, value, (one, other) => {
        expect(compare('=', one, other)).toBe(compare('=', other, one))
        expect(compare('overlaps', one, other)).toBe(compare('overlaps', other, one))
        expect(compare('<', one, other)).toBe(compare('>', other, one))
        expect(compare('<=', one, other)).toBe(compare('>=', other, one))
        const equal = compare('=', one, other)
        expect(compare('!=', one, other)).toBe(equal === null ? null : !equal)
        for (const operator of ['=', '!=', '<', '<=', '>', '>=', 'in', 'overlaps'] as const) {
          expect([compare(operator, null, one), compare(operator, one, null)]).toEqual([null, null])
        }
      }),
      many,
    )
  })
})

it('A value is in a long list exactly when it is in one of its short parts', () => {
  const items = [-3, -2, 0, 1, 3, '1', '-2', '3,0', '01', 'oui', 'NON', 'yes', 'PA', 'pa', '*', 'constructor']
  // Few different items, so that the one asked for is often there in another form alone.
  const list = fc
    .subarray(items, { minLength: 1, maxLength: 5 })
    .chain((some) => fc.array(fc.constantFrom(...some), { minLength: 17, maxLength: 40 }))
  fc.assert(
    fc.property(list, fc.oneof(fc.constantFrom(...items), fc.boolean()), (list, one) => {
      const isSomewhere = list.some((other) => compare('=', one, other))
      expect(compare('in', one, list)).toBe(isSomewhere)
      expect(compare('overlaps', list, typeof one === 'boolean' ? one : [one])).toBe(isSomewhere)
    }),
    many,
  )
})

describe('References of an expression', () => {
  it('are all found, each where it stands', () => {
    const read = parseExpression('si(profil.a recoupe ["x"]; -réponse.b + score.c * 2; nœud.d) = profil.a et non score.overall')
    expect(read.ok && referencesOf(read.value).map((one) => [printExpression(one, 'fr'), one.at])).toEqual([
      ['profil.a', 3],
      ['réponse.b', 28],
      ['score.c', 40],
      ['nœud.d', 53],
      ['profil.a', 63],
      ['score.overall', 79],
    ])
  })

  it('are the leaves that are references', () => {
    const count = (tree: Expression): number =>
      tree.kind === 'reference' ? 1 : partsOf(tree).reduce((sum, part) => sum + count(part), 0)
    fc.assert(
      fc.property(expression, (tree) => {
        const written = JSON.stringify(shape(tree)).split('"kind":"reference"').length - 1
        expect(referencesOf(tree)).toHaveLength(count(tree))
        expect(count(tree)).toBe(written)
      }),
      many,
    )
  })
})
