import { describe, expect, it } from 'vitest'

import { compile } from '#plugins/referentiels/engine/compile/compile.ts'
import type { ReferentielDocument } from '#plugins/referentiels/engine/document/document.schema.ts'
import { evaluate } from '#plugins/referentiels/engine/evaluate/evaluate.ts'

import { ripples } from './ripple.rules.ts'

type Question = NonNullable<ReferentielDocument['nodes'][number]['questions']>[number]

const asking = (...questions: readonly Question[]) => {
  const compiled = compile({
    format: 'referentiel/1',
    id: 'essai',
    version: '1.0.0',
    title: 'Essai',
    kinds: [{ code: 'critere', label: 'Critère', assessable: true }],
    nodes: [{ code: 'c1', kind: 'critere', title: 'Premier', questions: [...questions] }],
  })
  return (before: Record<string, unknown>, after: Record<string, unknown>) =>
    ripples(evaluate(compiled, { answers: before }), evaluate(compiled, { answers: after }))
}

const sites: Question = { code: 'sites', type: 'number', prompt: 'Combien de sites ?' }

describe('An answer', () => {
  it('moves nothing else where no question depends on another', () => {
    expect(asking(sites)({}, { sites: 3 })).toBe(false)
  })

  it('shows or hides the question whose condition it decides, once', () => {
    const moved = asking(sites, { code: 'where', type: 'text', prompt: 'Où ?', appliesIf: 'answer.sites > 1' })
    expect(moved({ sites: 1 }, { sites: 2 })).toBe(true)
    expect(moved({ sites: 2 }, { sites: 3 })).toBe(false)
  })

  it('changes what is computed from it', () => {
    const moved = asking(sites, { code: 'double', type: 'computed', prompt: 'Le double', formula: 'answer.sites * 2' })
    expect(moved({ sites: 1 }, { sites: 2 })).toBe(true)
    expect(moved({ sites: 2 }, { sites: 2 })).toBe(false)
  })
})
