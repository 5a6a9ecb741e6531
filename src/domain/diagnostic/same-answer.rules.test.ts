import { expect, it } from 'vitest'

import { sameAnswer } from './same-answer.rules.ts'

it.each([
  ['nothing, said in two ways', undefined, null],
  ['a text', 'Une réunion', 'Une réunion'],
  ['a table whose columns come in another order', [{ motif: 'a', nombre: 1 }], [{ nombre: 1, motif: 'a' }]],
  ['a quantity', { amount: 2, unit: 'h' }, { unit: 'h', amount: 2 }],
])('%s is the same', (_what, one, other) => {
  expect(sameAnswer(one, other)).toBe(true)
})

it.each([
  ['nothing and an empty text', null, ''],
  ['a number and its text', 1, '1'],
  ['rows in another order', [{ a: 1 }, { a: 2 }], [{ a: 2 }, { a: 1 }]],
  ['a choice in another order', ['a', 'b'], ['b', 'a']],
  ['a table with a cell more', [{ a: 1 }], [{ a: 1, b: null }]],
])('%s are not the same', (_what, one, other) => {
  expect(sameAnswer(one, other)).toBe(false)
})
