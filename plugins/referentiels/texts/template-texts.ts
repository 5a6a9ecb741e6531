import type { ReferentielDocument } from '../engine/document/document.schema.ts'
import { fr } from './typography.ts'

/** What the first sheet of the template explains: a word, and what to know of it. */
export const readMe: readonly (readonly [string, string])[] = [
  ['Ce classeur', fr`Il décrit un référentiel entier, sans code : ce que l'on demande, comment on répond, comment cela compte. Ses lignes d'exemple se remplacent par les vôtres.`],
  ['1. Commencer', fr`Trois feuilles suffisent : « Référentiel », « Niveaux de plan » et « Éléments ». Sans feuille « Échelles », une échelle à cinq niveaux est proposée et note chaque élément évaluable. Une feuille dont vous n'avez pas besoin se supprime.`],
  ['2. Remplir', fr`Une ligne dit une chose. La première ligne de chaque feuille garde ses titres : leur commentaire dit quoi écrire. Ni formule, ni cellule fusionnée, ni ligne vide au milieu.`],
  ['3. Les codes', fr`Un code désigne un élément pour toujours : il ne s'affiche pas et ne change jamais, même si le titre change. Les colonnes de codes sont au format Texte : ainsi 1.10 reste 1.10.`],
  ['4. Les listes', fr`Plusieurs mots dans une cellule se séparent par des points-virgules. Un mot qui contient lui-même un point-virgule se met entre guillemets.`],
  ['5. Les langues', fr`Un texte traduit a une colonne de plus, avec la langue entre crochets : titre[en]. La feuille « Référentiel » dit lesquelles, en face de « langues ».`],
  ['6. Le profil', fr`Une colonne « profil:public » de la feuille « Éléments » dit à quelles organisations l'élément s'adresse : les options du champ « public » de la feuille « Profil ».`],
  ['7. Les conditions', fr`« concerné si », « permis si » et « quand » s'écrivent en français : profil.public recoupe ["PA"] et non (réponse.accueil-q1 = non).`],
  ['8. Vérifier', fr`L'import dit toutes les anomalies en une fois, chacune avec sa feuille, sa ligne et sa colonne. Le classeur annoté les porte en commentaire dans les cellules. Rien n'est enregistré tant qu'il reste une erreur.`],
  ['Vos notes', fr`Une feuille ou une colonne dont le nom commence par _ n'est pas lue : notez-y ce que vous voulez.`],
]

/** The sample rows of the template: a small référentiel of which each sheet shows something. */
export const templateSample: ReferentielDocument = {
  format: 'referentiel/1',
  id: 'mon-referentiel',
  version: '1.0.0',
  title: 'Mon référentiel',
  shortTitle: 'Le mien',
  description: 'À qui il s’adresse et à quoi il sert, en deux phrases.',
  publisher: { name: 'Mon association', href: 'https://www.exemple.fr' },
  rights: { licence: 'Textes de l’association', attribution: 'Mon association, 2026', textOrigin: 'own' },
  sources: [{ title: 'Charte de l’association', edition: 'Assemblée générale', date: '2026-01-15' }],
  kinds: [
    { code: 'theme', label: 'Thème' },
    { code: 'critere', label: 'Critère', assessable: true },
  ],
  profileFields: [{ code: 'public', label: 'Publics accueillis', type: 'multi', list: 'publics', help: 'Cochez tous ceux que vous accueillez.' }],
  lists: [
    {
      code: 'publics',
      label: 'Publics',
      options: [
        { code: 'enfants', label: 'Enfants' },
        { code: 'adultes', label: 'Adultes' },
        { code: 'aucun', label: 'Aucun de ceux-ci', exclusive: true },
      ],
    },
  ],
  scales: [
    {
      code: 'niveaux',
      label: 'Niveaux',
      values: [
        { code: '1', label: 'Pas encore', short: 'Non', description: 'Rien n’est engagé.', score: 1 },
        { code: '2', label: 'En partie', short: 'En partie', description: 'Des actions existent.', score: 2, requires: ['description'] },
        { code: '3', label: 'Oui', short: 'Oui', description: 'La pratique est écrite et suivie.', score: 3, requires: ['description', 'evidence'], color: '#0B6E4F' },
        { code: 'NC', label: 'Non concerné', score: null, requires: ['comment'], allowedIf: 'non nœud.imperative' },
      ],
    },
  ],
  nodes: [
    { code: 'accueillir', kind: 'theme', number: '1', title: 'Accueillir', about: 'Ce que vit une personne qui arrive.', stakes: 'La première impression dure.' },
    {
      code: 'accueil-1',
      parent: 'accueillir',
      kind: 'critere',
      number: '1.1',
      title: 'L’entrée',
      statement: 'Chacun trouve l’entrée et peut la franchir.',
      rating: 'niveaux',
      imperative: true,
      levelTexts: { 3: 'Une personne en fauteuil entre seule, et un panneau l’indique depuis la rue.' },
      inspiringQuestions: ['Le chemin est-il indiqué depuis la rue ?'],
      examples: ['Une association a fait tester son entrée par ses bénévoles les yeux bandés.'],
      evidence: [{ label: 'Registre d’accessibilité', required: true, fromLevel: '3' }],
      resources: [{ label: 'Guide de l’accueil', href: 'https://www.exemple.fr/accueil', kind: 'guide' }],
      indicators: [{ code: 'i1', label: 'Personnes qui n’ont pas pu entrer', nature: 'quantitative', unit: 'personnes', direction: 'down' }],
    },
    {
      code: 'accueil-2',
      parent: 'accueillir',
      kind: 'critere',
      number: '1.2',
      title: 'Les premiers jours',
      applies: { public: ['enfants', 'adultes'] },
      tags: ['objectif:10'],
      questions: [
        { code: 'accueil-q1', type: 'boolean', prompt: 'Une personne est-elle désignée pour accueillir ?', required: true },
        { code: 'accueil-q2', type: 'scale', scale: 'niveaux', prompt: 'Chaque nouvelle personne reçoit un livret.', appliesIf: 'réponse.accueil-q1 = oui' },
        {
          code: 'accueil-q3',
          type: 'table',
          prompt: 'Vos lieux d’accueil',
          rows: { max: 20, key: 'lieu' },
          columns: [
            { code: 'lieu', type: 'text', prompt: 'Lieu' },
            { code: 'surface', type: 'number', prompt: 'Surface', unit: 'm²', min: 0 },
          ],
        },
      ],
    },
  ],
  scoring: {
    current: '1.0.0',
    rules: [
      {
        rulesVersion: '1.0.0',
        aggregate: [
          { kind: 'critere', from: 'questions', method: 'weightedMean' },
          { kind: 'theme', from: 'children', method: 'weightedMean', round: { decimals: 1 } },
        ],
        imperative: { metWhen: 'all-max', onFail: 'action-required' },
        outcomes: [{ code: 'solide', label: 'Un accueil solide', when: 'score.accueillir >= 2,5' }],
      },
    ],
  },
  subsets: [{ code: 'court', label: 'Version courte', include: ['accueil-1'] }],
  dialogue: {
    questions: [
      {
        code: 'd1',
        node: 'accueillir',
        prompt: 'Que pensez-vous de notre accueil ?',
        plainPrompt: { byAudience: { benevoles: 'Vous êtes bénévole. Est-ce que vous avez été bien accueilli ?' } },
        audiences: ['benevoles', 'usagers'],
        scale: 'niveaux',
        comment: true,
        suggestion: true,
      },
    ],
  },
  presentation: { axes: [{ code: 'themes', label: 'Thèmes', by: 'kind', value: 'theme' }] },
  mappings: [{ target: 'autre-referentiel', items: [{ from: 'accueil-2', to: 'c10', relation: 'related', strength: 'medium', rationale: 'L’accueil réduit des inégalités.' }] }],
  expect: [{ kind: 'critere', count: 2, imperative: 1 }],
}
