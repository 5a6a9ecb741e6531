import { describe, expect, it } from 'vitest'

import { compile } from '#plugins/referentiels/engine/compile/compile.ts'
import { referentielDocument } from '#plugins/referentiels/engine/document/document.schema.ts'

import { pageName } from './page-name.rules.ts'

const compiled = compile(
  referentielDocument.parse({
    format: 'referentiel/1', id: 'essai', version: '1.0.0', title: 'Essai',
    kinds: [{ code: 'chapitre', label: 'Chapitre' }, { code: 'theme', label: 'Thème' }, { code: 'critere', label: 'Critère', assessable: true }],
    scales: [{ code: 's', label: 'S', values: [{ code: '1', label: 'Oui', score: 1 }] }],
    nodes: [
      { code: '1', kind: 'chapitre', title: 'La personne' },
      { code: '1.a', parent: '1', kind: 'theme', title: 'Santé' },
      { code: '1.a.1', parent: '1.a', kind: 'critere', title: 'A', rating: 's' },
      { code: '2', kind: 'chapitre', title: 'La structure' },
      { code: '2.a', parent: '2', kind: 'theme', title: 'Santé' },
      { code: '2.a.1', parent: '2.a', kind: 'critere', title: 'B', rating: 's' },
      { code: '2.b', parent: '2', kind: 'theme', title: 'Qualité' },
      { code: '2.b.1', parent: '2.b', kind: 'critere', title: 'C', rating: 's' },
    ],
    presentation: { pageKind: 'theme', criterionKind: 'critere' },
  }),
)

describe('The name of a page', () => {
  it('is its title, told from another with the same by what it stands below', () => {
    expect(compiled.pages.map(({ node }) => pageName(compiled, node))).toEqual(['Santé (La personne)', 'Santé (La structure)', 'Qualité'])
  })
})
