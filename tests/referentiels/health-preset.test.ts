import { readFileSync } from 'node:fs'

import { readPreset } from '#plugins/referentiels/exports/workbook.ts'
import { describe, expect, it } from 'vitest'

import { hasDocument } from '../support/has-essms-document.ts'

const file = 'referentiels/has-essms/presets/classeur-has.yaml'
const read = readPreset({ file, text: readFileSync(file) })
if (!read.ok) throw new Error(read.error)
const { value: preset } = read

/** The headings of the publisher's own workbook, in its order. */
const headings = [
  'Numéro chapitre', 'Libellé chapitre', 'Thématique', 'Cible', 'Niveau d’exigence', 'Secteur', 'Structures', 'Publics',
  'Numéro Objectif', 'Libellé objectifs', 'Numéro Critère', 'Libellé critères', 'Éléments d’évaluation', 'Consultation documentaire',
  'Observations',
]

/** Every string of the preset's levels, whatever field it fills. */
const wordsIn = (value: unknown): readonly string[] =>
  typeof value === 'string' ? [value] : typeof value === 'object' && value !== null ? Object.values(value).flatMap(wordsIn) : []

describe('The preset for the publisher’s own workbook', () => {
  it('knows each of its fifteen headings, for the référentiel that is shipped', () => {
    const known = new Set([...wordsIn(preset.levels), ...(preset.ignored ?? [])])
    expect(headings.filter((heading) => !known.has(heading))).toEqual([])
    expect(preset.into).toBe(hasDocument.id)
  })

  it('is about kinds that the référentiel has', () => {
    const kinds = hasDocument.kinds.map(({ code }) => code)
    expect(preset.levels.map(({ kind }) => kind).filter((kind) => !kinds.includes(kind))).toEqual([])
  })

  it('makes a copy of its own name that credits the publisher with the words', () => {
    expect(preset.document['id']).not.toBe(hasDocument.id)
    expect(preset.document['rights']).toMatchObject({ textOrigin: 'customer-supplied', attribution: expect.stringContaining('Haute Autorité de santé') })
  })
})
