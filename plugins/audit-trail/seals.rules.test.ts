import { createHash } from 'node:crypto'

import { describe, expect, it } from 'vitest'

import { asJson, canonicalJson } from './canonical-json.ts'
import { genesis, linksAfter, problemOf } from './seals.rules.ts'

const content = (value: number) => ({ id: `e${value}`, after: { b: value, a: ['é', null, true] } })
const links = linksAfter(genesis, [1, 2].map((value) => ({ id: `e${value}`, content: content(value) })))
const seals = links.map((link, index) => ({ ...link, position: index + 1, content: content(index + 1) }))
const start = { position: 0, hash: genesis }

describe('Canonical JSON', () => {
  it('writes one text for one value, whatever the order of its keys', () => {
    expect(canonicalJson({ b: [1, { d: 'é', c: null }], a: true })).toBe('{"a":true,"b":[1,{"c":null,"d":"é"}]}')
  })
})

describe('A value as JSON', () => {
  it('carries what JSON can carry, as JSON.stringify would', () => {
    const value = { date: new Date('2026-11-23T12:00:00Z'), list: [1, undefined, Infinity], gone: undefined, deep: { f: () => 1 } }
    expect(asJson(value)).toEqual(JSON.parse(JSON.stringify(value)))
    expect(asJson(undefined)).toBeNull()
  })
})

describe('A seal', () => {
  it('is the SHA-256 of the previous hash and the entry, so that anybody can recompute it', () => {
    const text = `${genesis}{"after":{"a":["é",null,true],"b":1},"id":"e1"}`
    expect(links[0]?.hash).toBe(createHash('sha256').update(text).digest('hex'))
    expect(links[1]?.previousHash).toBe(links[0]?.hash)
  })

  it('continues the chain', () => {
    expect(problemOf(start, seals[0]!)).toBeUndefined()
    expect(problemOf(seals[0]!, seals[1]!)).toBeUndefined()
  })

  it('does not continue a chain that lacks a seal, nor stand for another entry', () => {
    expect(problemOf(start, seals[1]!)).toBe('POSITION_MISSING')
    expect(problemOf({ position: 1, hash: 'other' }, seals[1]!)).toBe('LINK_BROKEN')
    expect(problemOf(start, { ...seals[0]!, content: null })).toBe('ENTRY_MISSING')
    expect(problemOf(start, { ...seals[0]!, content: content(9) })).toBe('ENTRY_ALTERED')
  })
})
