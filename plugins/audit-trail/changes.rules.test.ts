import type { FlattenedField } from 'payload'
import { describe, expect, it } from 'vitest'

import { changesOf, type DocumentShape, redacted } from './changes.rules.ts'

const text = (name: string, more: object = {}): FlattenedField => ({ name, type: 'text', ...more })

const secret = (name: string): FlattenedField => text(name, { custom: { audit: 'secret' } })

const fieldsOf = (...fields: FlattenedField[]): FlattenedField[] => fields

const shape = (fields: FlattenedField[], more: Partial<DocumentShape> = {}): DocumentShape => ({
  fields,
  isLocalized: false,
  secretFields: new Set(['tokenHash']),
  blockNamed: () => undefined,
  ...more,
})

describe('What an entry shows', () => {
  it('is every filled field of a new document, without its id and its dates', () => {
    const after = { id: '1', createdAt: 'a', updatedAt: 'b', title: 'Un', empty: null }
    expect(changesOf(shape([text('title')]), { before: null, after })).toEqual({ before: null, after: { title: 'Un' } })
  })

  it('is only what differs of a changed one, whatever the order of keys', () => {
    const before = { id: '1', same: { a: 1, b: [2] }, title: 'Un', gone: 'x' }
    const after = { id: '1', same: { b: [2], a: 1 }, title: 'Deux', added: 0 }
    expect(changesOf(shape([]), { before, after })).toEqual({
      before: { title: 'Un', gone: 'x', added: null },
      after: { title: 'Deux', gone: null, added: 0 },
    })
  })

  it('takes an empty field and a missing one for the same', () => {
    expect(changesOf(shape([]), { before: { a: null }, after: {} })).toEqual({ before: {}, after: {} })
  })

  it('keeps a long text whole', () => {
    const long = 'é'.repeat(100_000)
    expect(changesOf(shape([]), { before: null, after: { long } }).after).toEqual({ long })
  })

  it('tells that a secret changed, never what it was or is', () => {
    const changed = changesOf(shape([secret('pin')]), { before: { pin: '1' }, after: { pin: '2' } })
    expect(changed).toEqual({ before: { pin: redacted }, after: { pin: redacted } })
  })

  it('tells that a secret was set or removed', () => {
    const removed = changesOf(shape([secret('pin')]), { before: { pin: '1' }, after: { pin: null } })
    expect(removed).toEqual({ before: { pin: redacted }, after: { pin: null } })
  })

  it('hides secrets in groups, tabs, rows, blocks and every locale', () => {
    const inner = [text('label'), secret('code')]
    const block = { slug: 'key', fields: [], flattenedFields: inner }
    const fields = fieldsOf(
      { name: 'group', type: 'group', fields: [], flattenedFields: inner },
      { name: 'tab', type: 'tab', fields: [], flattenedFields: inner },
      { name: 'rows', type: 'array', fields: [], flattenedFields: inner },
      { name: 'own', type: 'blocks', blocks: [block] },
      { name: 'named', type: 'blocks', blocks: [], blockReferences: ['key'] },
      { name: 'local', type: 'group', localized: true, fields: [], flattenedFields: inner },
    )
    const item = { label: 'Cave', code: 'S3CRET' }
    const after = {
      group: item,
      tab: item,
      rows: [item],
      own: [{ blockType: 'key', ...item }],
      named: [{ blockType: 'key', ...item }],
      local: { fr: item, br: item },
    }
    const shown = changesOf(shape(fields, { isLocalized: true, blockNamed: () => block }), { before: null, after })
    expect(JSON.stringify(shown)).not.toContain('S3CRET')
    expect(JSON.stringify(shown).match(/Cave/g)).toHaveLength(7)
  })

  it('hides a row of a block that is not known any more, rather than guess its secrets', () => {
    const fields = fieldsOf({ name: 'rows', type: 'blocks', blocks: [] })
    const after = { rows: [{ blockType: 'old', code: 'S3CRET' }] }
    expect(changesOf(shape(fields), { before: null, after }).after).toEqual({ rows: [redacted] })
  })

  it('hides fields that are secret by name at any depth', () => {
    const fields = fieldsOf({ name: 'group', type: 'group', fields: [], flattenedFields: [text('tokenHash')] })
    const after = { tokenHash: 'a', group: { tokenHash: 'b' } }
    const shown = changesOf(shape(fields), { before: null, after }).after
    expect(shown).toEqual({ tokenHash: redacted, group: { tokenHash: redacted } })
  })
})
