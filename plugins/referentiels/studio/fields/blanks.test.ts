import { describe, expect, it } from 'vitest'

import { checkDocument } from '../../engine/check/check-document.ts'
import { blankDocument } from '../blank-document.ts'
import { draftOf } from '../model/draft.ts'
import { outlineOf } from '../model/outline.rules.ts'
import { factsOf } from './facts.ts'
import type { FieldSpec, Known } from './field-spec.ts'
import { knownOf } from './known.ts'
import { sections } from './part-fields.ts'

const { nodes, format: _format, id: _id, version, ...parts } = blankDocument({ id: 'essai', title: 'Essai' })

const draft = draftOf({
  version,
  sequence: 1,
  rows: nodes.map(({ code, kind, parent, ...data }, position) => ({ id: code, row: 'node' as const, code, node: null, kind, parent: parent ?? null, position, data, revision: 1 })),
  parts: Object.fromEntries(Object.entries(parts).map(([name, value]) => [name, { revision: 1, value }])),
})
const known: Known = knownOf(factsOf(draft), outlineOf(draft))

type Block = Readonly<Record<string, unknown>>

/** What stands there once somebody has pressed every « Ajouter » and « Remplir » below, twice where there is a list. */
const pressed = (spec: FieldSpec): unknown => {
  if (spec.input === 'block') return withAll(spec.blank, spec.fields)
  if (spec.input !== 'items') return undefined
  const first = spec.blank([], known)
  const names = Object.values(first).filter((word) => typeof word === 'string').slice(0, 1)
  return [first, spec.blank(names, known)].map((item) => withAll(item, spec.fields))
}

const withAll = (block: Block, fields: readonly FieldSpec[]): Block => ({
  ...block,
  ...Object.fromEntries(fields.flatMap((field) => {
    const value = field.name in block ? undefined : pressed(field)
    return value === undefined || field.name === '' ? [] : [[field.name, value]]
  })),
})

const errorsOf = (document: unknown): readonly string[] =>
  checkDocument(document).findings.flatMap(({ severity, code, path }) => (severity === 'error' ? [`${code} ${path.join('/')}`] : []))

describe('What a button of the studio adds', () => {
  const whole = { format: 'referentiel/1', id: 'essai', version, ...parts, nodes }

  it('starts from a référentiel without a fault', () => {
    expect(errorsOf(whole)).toEqual([])
  })

  it.each(Object.values(sections).flat().filter(({ spec }) => spec.input === 'block' || spec.input === 'items'))('is no fault before anybody wrote in it: $part', ({ part, spec }) => {
    const there: readonly unknown[] = part === 'kinds' ? whole.kinds : part === 'scales' ? whole.scales ?? [] : []
    const added = pressed(spec)
    expect(errorsOf({ ...whole, [part]: Array.isArray(added) ? [...there, ...added] : added })).toEqual([])
  })
})
