import { createHash } from 'node:crypto'

import type { Payload } from 'payload'

const scale = (values: readonly string[]) => ({
  code: 'niveaux', label: 'Niveaux', values: values.map((code) => ({ code, label: `Niveau ${code}`, score: Number(code) })),
})

const rules = { scoring: { current: '1.0.0', rules: [{ rulesVersion: '1.0.0', aggregate: [{ kind: 'theme', from: 'children', method: 'weightedMean' }] }] } }

const base = {
  format: 'referentiel/1',
  title: 'Essai de passage',
  kinds: [{ code: 'theme', label: 'Thème' }, { code: 'critere', label: 'Critère', assessable: true }],
  scales: [scale(['1', '2', '3', '4'])],
  presentation: { axes: [{ code: 'theme', label: 'Thème', by: 'kind', value: 'theme' }], defaultAxis: 'theme' },
  ...rules,
}

const rated = (code: string, parent: string, more: object = {}) => ({ code, parent, kind: 'critere', title: `Critère ${code}`, rating: 'niveaux', ...more })

/** Two themes, four criteria; a subset of two of them. */
export const firstVersion = (id: string): object => ({
  ...base, id, version: '1.0.0',
  nodes: [
    { code: 'a', kind: 'theme', title: 'Thème A' },
    rated('a1', 'a'), rated('a2', 'a'),
    { code: 'b', kind: 'theme', title: 'Thème B' },
    rated('b1', 'b'), rated('b2', 'b'),
  ],
  subsets: [{ code: 'court', label: 'Essai court', include: ['a1', 'b1'], offered: true }],
})

/** The theme B has another code, a1 is split, b1 and b2 are merged, c1 is new. */
export const secondVersion = (id: string): object => ({
  ...base, id, version: '2.0.0',
  nodes: [
    { code: 'a', kind: 'theme', title: 'Thème A' },
    rated('a1', 'a'), rated('a3', 'a'), rated('a2', 'a'),
    { code: 'bb', kind: 'theme', title: 'Thème B' },
    rated('b3', 'bb'), rated('c1', 'bb'),
  ],
  subsets: [{ code: 'court', label: 'Essai court', include: ['a1', 'b3'], offered: true }],
  migrations: [{
    from: '1.x',
    items: [
      { from: 'a1', to: ['a1', 'a3'], kind: 'split' },
      { from: 'b', to: ['bb'], kind: 'renamed' },
      { from: 'b1', to: ['b3'], kind: 'merged' },
      { from: 'b2', to: ['b3'], kind: 'merged' },
    ],
  }],
})

/** Publishes versions as publication writes them, below its checks. Answers their ids. */
export const publishVersions = async (payload: Payload, id: string, documents: readonly object[]): Promise<readonly string[]> => {
  await payload.db.create({ collection: 'referentiels', data: { code: id, title: 'Essai de passage', ownerKind: 'platform', isShipped: false } })
  const ids: string[] = []
  for (const document of documents) {
    const canonical = JSON.stringify(document)
    const { version } = JSON.parse(canonical)
    const revision = await payload.db.create({
      collection: 'revisions',
      data: {
        referentiel: id, version, status: 'published', title: 'Essai de passage', visibility: 'public', canonical,
        hash: createHash('sha256').update(canonical).digest('hex'), publishedAt: '2026-01-01T00:00:00.000Z',
      },
    })
    ids.push(String(revision.id))
  }
  return ids
}
