/** The scale of five levels that is proposed to a workbook without « Échelles ». */
export const defaultScale = {
  code: 'maturite',
  label: 'Niveau de maturité',
  values: [
    {
      code: '1',
      label: 'Mon organisation n’a pas encore engagé de réflexion',
      short: 'Aucune action',
      description: 'Aucune réflexion ou aucune action n’a été engagée dans ce domaine',
      score: 1,
    },
    {
      code: '2',
      label: 'Mon organisation peut le dire',
      short: 'Peut le dire',
      description: 'Mon organisation a engagé des actions non documentées',
      score: 2,
    },
    {
      code: '3',
      label: 'Un document décrit la pratique de mon organisation',
      short: 'Documenté',
      description: 'Mon organisation a documenté sa politique et ses pratiques',
      score: 3,
    },
    {
      code: '4',
      label: 'Mon organisation mesure et peut rendre compte de cette affirmation',
      short: 'Mesuré',
      description: 'Mon organisation mesure et peut rendre compte de ses pratiques',
      score: 4,
    },
    {
      code: '5',
      label: 'Mon organisation est exemplaire sur cette affirmation',
      short: 'Exemplaire',
      description: 'Les pratiques de mon organisation peuvent inspirer d’autres organisations',
      score: 5,
    },
  ],
} as const
