import { describe, expect, it } from 'vitest'

import type { Compiled } from '#plugins/referentiels/engine/compile/compiled.ts'
import { compile } from '#plugins/referentiels/engine/compile/compile.ts'

import { prefilledProfile } from './profile-fields.ts'

const compiled: Compiled = compile({
  format: 'referentiel/1',
  id: 'essai',
  version: '1.0.0',
  title: 'Essai',
  kinds: [{ code: 'critere', label: 'Critère', assessable: true }],
  lists: [{ code: 'secteurs', options: [{ code: 'social', label: 'Social' }, { code: 'sante', label: 'Santé' }] }],
  profileFields: [
    { code: 'secteur', label: 'Secteur', type: 'multi', list: 'secteurs' },
    { code: 'effectif', label: 'Effectif', type: 'number', source: 'headcount' },
  ],
  nodes: [{ code: 'c1', kind: 'critere', title: 'Premier' }],
})

describe('The profile of a new diagnostic', () => {
  it('starts from the establishment, then from the organisation’s own facts', () => {
    const establishment = { id: 'e', name: 'Les Tilleuls', profile: { secteur: ['social'] } }
    expect(prefilledProfile(compiled, { establishment, facts: { headcount: '12' } })).toEqual({ secteur: ['social'], effectif: ['12'] })
  })

  it('leaves out what the référentiel’s list does not have', () => {
    const establishment = { id: 'e', name: 'Les Tilleuls', profile: { secteur: ['autre', 'sante'] } }
    expect(prefilledProfile(compiled, { establishment, facts: {} })).toEqual({ secteur: ['sante'], effectif: [] })
  })
})
