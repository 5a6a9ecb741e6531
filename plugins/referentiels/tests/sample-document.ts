/** A small référentiel of two levels, with a subset, rules and a link, as an author would write it. */
export type Sample = {
  readonly id: string
  readonly version?: string
  readonly title?: string
  readonly criterionTitle?: string
  /** Further criteria by their codes. */
  readonly more?: readonly string[]
  readonly visibility?: 'public' | 'network'
}

export const sampleText = ({ id, version = '1.0.0', title = 'Essai', criterionTitle = 'Un', more = [], visibility = 'public' }: Sample): string =>
  JSON.stringify(
    {
      format: 'referentiel/1',
      id,
      version,
      title,
      rights: { licence: 'Essai', notice: 'Essai', attribution: 'Essai', textOrigin: 'own' },
      kinds: [
        { code: 'theme', label: 'Thème' },
        { code: 'critere', label: 'Critère', assessable: true },
      ],
      scales: [
        {
          code: 'deux',
          label: 'Deux',
          values: [
            { code: '1', label: 'Non', score: 1 },
            { code: '2', label: 'Oui', score: 2 },
          ],
        },
      ],
      nodes: [
        { code: 't1', kind: 'theme', title: 'Thème un' },
        { code: 'c1', kind: 'critere', parent: 't1', title: criterionTitle, rating: 'deux' },
        {
          code: 'c2',
          kind: 'critere',
          parent: 't1',
          title: 'Deux',
          questions: [
            { code: 'c2.b', type: 'scale', scale: 'deux', prompt: 'Et ?' },
            { code: 'c2.a', type: 'text', prompt: 'Quoi ?' },
          ],
        },
        ...more.map((code) => ({ code, kind: 'critere', parent: 't1', title: code, rating: 'deux' })),
      ],
      scoring: { current: '1.0.0', rules: [{ rulesVersion: '1.0.0' }] },
      subsets: [{ code: 'petit', label: 'Petit', include: ['c1'] }],
      mappings: [{ target: 'autre', items: [{ from: 'c1', to: '1', relation: 'related' }] }],
      binding: { visibility },
    },
    null,
    1,
  )
