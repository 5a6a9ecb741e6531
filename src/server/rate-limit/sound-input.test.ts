import { describe, expect, it } from 'vitest'

import { nestingOf, requireSound } from './sound-input.ts'

const sent = (query: string, body?: string): void => {
  const bytes = body === undefined ? null : new TextEncoder().encode(body)
  requireSound(new Request(`http://127.0.0.1/api/notes${query}`, { method: 'POST', headers: { 'content-type': 'application/json' } }), bytes)
}

describe('what a request carries', () => {
  it.each([
    ['a NUL in the query', '?where[comment][contains]=%00', undefined],
    ['a NUL in the address', '/%00', undefined],
    ['a NUL in the body', '', '{"a":"b\\u0000"}'],
    ['a NUL after a backslash', '', '{"a":"\\\\\\u0000"}'],
    ['50,000 levels', '', `${'['.repeat(50_000)}${']'.repeat(50_000)}`],
  ])('is refused with %s', (_what, query, body) => {
    expect(() => sent(query, body)).toThrow(expect.objectContaining({ code: 'INVALID_INPUT' }))
  })

  it.each([
    ['accents and signs', '?where[name][equals]=%C3%A9%26+%C3%A0', '{"a":"été\\n[[[["}'],
    ['a text that only looks like a NUL', '', '{"a":"\\\\u0000"}'],
    ['a broken escape in the query', '?a=%E0%A4%A', undefined],
    ['some levels', '', `${'['.repeat(60)}${']'.repeat(60)}`],
  ])('passes with %s', (_what, query, body) => {
    expect(() => sent(query, body)).not.toThrow()
  })

  it('nests as deep as its brackets outside of texts', () => {
    expect(['1', '"[["', '[]', '{"a":[{"b":"]"}]}', '[[],[[]]]', '"\\"[["'].map(nestingOf)).toEqual([0, 0, 1, 3, 3, 0])
  })
})
