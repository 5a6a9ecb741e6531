import fc from 'fast-check'

import {
  comparisonOperators,
  type Expression,
  functionNames,
  nodeFacts,
  type NumberLiteral,
  type Reference,
  type StringLiteral,
} from '../expression.ts'
import type { Value } from '../value.ts'

const at = 0

const code = fc.oneof(
  fc.stringMatching(/^[A-Za-z0-9](?:[A-Za-z0-9._-]{0,8}[A-Za-z0-9])?$/),
  fc.constantFrom('constructor', 'toString', 'valueOf', 'hasOwnProperty', 'a-1', '3.6.2.e1'),
)
const plain = code.filter((name) => !name.endsWith('.met') && name !== 'overall')
const isFact = new Set<string>(nodeFacts)

export const reference: fc.Arbitrary<Reference> = fc.oneof(
  fc.record({ kind: fc.constant('reference'), of: fc.constantFrom('profile', 'answer', 'score', 'met'), name: plain, at: fc.constant(at) }),
  fc.record({ kind: fc.constant('reference'), of: fc.constant('node'), name: fc.constantFrom(...nodeFacts), at: fc.constant(at) }),
  fc.record({ kind: fc.constant('reference'), of: fc.constant('ancestor'), name: plain.filter((name) => !isFact.has(name)), at: fc.constant(at) }),
  fc.record({ kind: fc.constant('reference'), of: fc.constant('overall'), at: fc.constant(at) }),
)

const text = fc.oneof(
  code,
  fc.string({ unit: 'binary', maxLength: 6 }),
  fc.constantFrom('"', '“', '\\', '\\"', "l'eau", '« x »', '\u0301', ' ', '\n', 'oui', '1,5', '__proto__'),
)

/** Fifteen digits before and after the point, as the grammar bounds them. */
const amount = fc.oneof(
  fc.nat({ max: 999 }),
  fc.tuple(fc.nat({ max: 10 ** 9 }), fc.nat({ max: 9 })).map(([digits, places]) => Number((digits / 10 ** places).toFixed(places))),
  fc.constantFrom(0.5, 0.000_000_000_000_001, 1e-7, 999_999_999_999_999, 0.1, 1234.1),
)

const number: fc.Arbitrary<NumberLiteral> = amount.map((value) => ({ kind: 'number', value, at }))
const signed: fc.Arbitrary<NumberLiteral> = fc
  .tuple(amount, fc.boolean())
  .map(([value, isNegative]) => ({ kind: 'number', value: isNegative && value !== 0 ? -value : value, at }))
const string: fc.Arbitrary<StringLiteral> = text.map((value) => ({ kind: 'string', value: value.normalize('NFC'), at }))

const leaf: fc.Arbitrary<Expression> = fc.oneof(
  reference,
  number,
  string,
  fc.boolean().map((value): Expression => ({ kind: 'boolean', value, at })),
  fc.array(fc.oneof(signed, string), { minLength: 1, maxLength: 3 }).map((items): Expression => ({ kind: 'list', items, at })),
)

const arityOf = { answered: [1, 1], if: [3, 3], round: [1, 2] } as const

const callOf = (inner: fc.Arbitrary<Expression>): fc.Arbitrary<Expression> =>
  fc.constantFrom(...functionNames).chain((name) => {
    const [minLength, maxLength] = name === 'answered' || name === 'if' || name === 'round' ? arityOf[name] : [1, 3]
    return fc.array(inner, { minLength, maxLength }).map((given): Expression => ({ kind: 'call', name, arguments: given, at }))
  })

/** Every tree that a source can have, as far as five levels. */
export const expression: fc.Arbitrary<Expression> = fc.letrec<{ tree: Expression }>((tie) => ({
  tree: fc.oneof(
    { maxDepth: 5, depthSize: 'small' },
    leaf,
    fc
      .record({ kind: fc.constantFrom('and', 'or'), operands: fc.array(tie('tree'), { minLength: 2, maxLength: 3 }), at: fc.constant(at) }),
    fc.record({ kind: fc.constantFrom('not', 'opposite'), operand: tie('tree'), at: fc.constant(at) }),
    fc.record({
      kind: fc.constant('comparison'),
      operator: fc.constantFrom(...comparisonOperators),
      left: tie('tree'),
      right: tie('tree'),
      at: fc.constant(at),
    }),
    fc.record({
      kind: fc.constant('additive'),
      first: tie('tree'),
      rest: fc.array(fc.record({ operator: fc.constantFrom('+', '-'), operand: tie('tree') }), { minLength: 1, maxLength: 2 }),
      at: fc.constant(at),
    }),
    fc.record({
      kind: fc.constant('multiplicative'),
      first: tie('tree'),
      rest: fc.array(fc.record({ operator: fc.constantFrom('*', '/'), operand: tie('tree') }), { minLength: 1, maxLength: 2 }),
      at: fc.constant(at),
    }),
    callOf(tie('tree')),
  ),
})).tree

/** What a reference may be worth, strange numbers included. */
export const value: fc.Arbitrary<Value> = fc.oneof(
  fc.constant(null),
  fc.boolean(),
  fc.double(),
  amount,
  text,
  fc.array(fc.oneof(fc.double(), text), { maxLength: 3 }),
)

/** Sources that look like expressions, well made or not. */
export const source: fc.Arbitrary<string> = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 40 }),
  fc
    .array(
      fc.constantFrom(
        ...['profil.x', 'réponse.é', 'score.a.met', 'nœud.', 'si', 'somme', 'constructor', '__proto__', 'non', 'oui', 'et', 'ou'],
        ...['dans', 'recoupe', '(', ')', '[', ']', ',', ';', '+', '-', '*', '/', '=', '≠', '<>', '<=', '≥', '==', '!', '"', '«', '»'],
        ...['’', '\\', '1', '1,5', '2.5', '1.2.3', '0', ' ', '\u202f', '\u0301', '\ud800', 'PA'],
      ),
      { maxLength: 30 },
    )
    .chain((parts) => fc.constantFrom('', ' ').map((space) => parts.join(space))),
)
