import { readFileSync } from 'node:fs'

import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { z } from 'zod'

import { hasDocument } from '../support/has-essms-document.ts'

const preset = z
  .strictObject({
    format: z.literal('preset/1'),
    id: z.string(),
    title: z.string(),
    target: z.string(),
    rights: z.strictObject({ textOrigin: z.literal('customer-supplied'), attribution: z.string() }),
    columns: z.array(
      z.strictObject({
        heading: z.string(),
        role: z.enum(['key', 'text', 'lines', 'check', 'unused']),
        kind: z.string().optional(),
        field: z.string().optional(),
        values: z.record(z.string(), z.boolean()).optional(),
        scored: z.boolean().optional(),
      }),
    ),
  })
  .parse(parse(readFileSync('referentiels/has-essms/presets/classeur-has.yaml', 'utf8')))

/** The headings of the publisher's own workbook, in its order. */
const headings = [
  'Numéro chapitre', 'Libellé chapitre', 'Thématique', 'Cible', 'Niveau d’exigence', 'Secteur', 'Structures', 'Publics',
  'Numéro Objectif', 'Libellé objectifs', 'Numéro Critère', 'Libellé critères', 'Éléments d’évaluation', 'Consultation documentaire',
  'Observations',
]

/** What a preset may put words into; everything else of a référentiel stays as it is. */
const wording = ['title', 'statement', 'questions.prompt', 'evidence.label', 'examples']

describe('The preset for the publisher’s own workbook', () => {
  it('knows each of its fifteen headings, for the référentiel that is shipped', () => {
    expect(preset.columns.map(({ heading }) => heading)).toEqual(headings)
    expect(preset.target).toBe(hasDocument.id)
  })

  it('replaces words alone, of nodes that it finds by their number', () => {
    const { columns } = preset
    const keys = columns.filter(({ role }) => role === 'key').map(({ kind }) => kind)
    for (const { role, kind, field } of columns.filter((column) => column.role === 'text' || column.role === 'lines')) {
      expect(wording, role).toContain(field)
      expect(keys).toContain(kind)
    }
    for (const kind of keys) {
      const numbers = hasDocument.nodes.filter((node) => node.kind === kind).map(({ number }) => number)
      expect(new Set(numbers).size, kind).toBe(numbers.length)
      expect(numbers, kind).not.toContain(undefined)
    }
  })

  it('credits the publisher with the words', () => {
    expect(preset.rights.attribution).toContain('Haute Autorité de santé')
  })
})
