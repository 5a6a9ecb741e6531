import { describe, expect, it } from 'vitest'

import { referentielDocument } from '../document/document.schema.ts'
import type { ReferentielDocument } from '../document/document.schema.ts'
import { normalise } from '../document/normalise.ts'
import { changeBetween, nextVersion } from './version-change.ts'

const base: ReferentielDocument = referentielDocument.parse({
  format: 'referentiel/1',
  id: 'essai',
  version: '1.0.0',
  title: 'Essai',
  kinds: [
    { code: 'theme', label: 'Thème' },
    { code: 'critere', label: 'Critère', assessable: true },
  ],
  scales: [{ code: 's', label: 'S', values: [{ code: '1', label: 'Non', score: 1 }, { code: '2', label: 'Oui', score: 2 }] }],
  nodes: [
    { code: 't', kind: 'theme', title: 'T' },
    { code: 'c', kind: 'critere', parent: 't', title: 'C', rating: 's', questions: [{ code: 'q', type: 'text', prompt: 'Quoi ?' }] },
  ],
  scoring: { current: '1.0.0', rules: [{ rulesVersion: '1.0.0' }] },
})

const [theme, criterion] = base.nodes
const changed = (part: Partial<ReferentielDocument>): ReferentielDocument => ({ ...base, ...part })
const withCriterion = (part: object): ReferentielDocument =>
  changed({ nodes: [theme!, referentielDocument.shape.nodes.element.parse({ ...criterion, ...part })] })
const withNode = (node: object): ReferentielDocument =>
  changed({ nodes: [...base.nodes, referentielDocument.shape.nodes.element.parse({ kind: 'critere', parent: 't', title: 'N', ...node })] })

const change = (after: ReferentielDocument) => changeBetween(normalise(base), normalise(after))

describe('How far two versions are apart', () => {
  it.each([
    ['another version number alone', changed({ version: '1.0.1' }), 'none'],
    ['another title', changed({ title: 'Autre' }), 'patch'],
    ['another wording of a level', changed({ scales: [{ ...base.scales![0]!, label: 'Autre' }] }), 'patch'],
    ['a criterion moved on the screen', withCriterion({ order: 40 }), 'patch'],
    ['help', withCriterion({ inspiringQuestions: ['Et si ?'] }), 'patch'],
    ['another prompt', withCriterion({ questions: [{ code: 'q', type: 'text', prompt: 'Et quoi ?' }] }), 'patch'],
    ['an optional criterion', withNode({ code: 'n', rating: 's', optional: true }), 'minor'],
    ['a theme that asks nothing', withNode({ code: 'n', kind: 'theme', parent: undefined }), 'minor'],
    ['a further question', withCriterion({ questions: [...criterion!.questions!, { code: 'r', type: 'text', prompt: 'Qui ?' }] }), 'minor'],
    ['a subset', changed({ subsets: [{ code: 'petit', label: 'Petit', include: ['c'] }] }), 'minor'],
    ['links', changed({ mappings: [{ target: 'autre', items: [{ from: 'c', to: '1', relation: 'equal' }] }] }), 'minor'],
    ['further rules', changed({ scoring: { current: '2.0.0', rules: [{ rulesVersion: '1.0.0' }, { rulesVersion: '2.0.0' }] } }), 'minor'],
    ['a criterion that must be answered', withNode({ code: 'n', rating: 's' }), 'major'],
    ['a criterion less', changed({ nodes: [theme!, { ...criterion!, code: 'd' }] }), 'major'],
    ['another score of a level', changed({ scales: [{ ...base.scales![0]!, values: [{ code: '1', label: 'Non', score: 0 }, { code: '2', label: 'Oui', score: 2 }] }] }), 'major'],
    ['another type of a question', withCriterion({ questions: [{ code: 'q', type: 'number', prompt: 'Quoi ?' }] }), 'major'],
    ['a condition', withCriterion({ appliesIf: 'profile.x = "a"' }), 'major'],
    ['an imperative', withCriterion({ imperative: true }), 'major'],
    ['changed rules of the same number', changed({ scoring: { current: '1.0.0', rules: [{ rulesVersion: '1.0.0', showOverall: true }] } }), 'major'],
  ] as const)('%s', (_what, after, expected) => {
    expect(change(after)).toBe(expected)
  })

  it('gives the next version', () => {
    expect((['none', 'patch', 'minor', 'major'] as const).map((one) => nextVersion('1.2.3', one))).toEqual(['1.2.4', '1.2.4', '1.3.0', '2.0.0'])
  })
})
