import { fr } from '#texts/typography.ts'

/** Sample words of the styles page that stand for an organisation's own content; all of it invented. */
export const contentTexts = {
  now: { title: 'Votre diagnostic', figure: '27 critères sur 35', text: fr('renseignés. Le thème « Politique sociale » est en cours.'), go: 'Continuer' },
  map: { title: 'Vos parties prenantes', figure: '21 sur la carte', text: ', 14 contactées, 6 ont répondu.', go: 'Voir la carte' },
  practices: { title: 'Vos bonnes pratiques', figure: '26 pratiques décrites', text: fr(', dont 6 à porter au plan d’actions.'), go: 'Décrire' },
  actions: { title: 'Vos engagements', figure: '9 actions ouvertes', text: fr(' : 3 dans les temps, 1 en avance, 2 en retard, 3 à renseigner.'), go: 'Faire le point' },
  mine: { title: fr('Ce qui m’est confié'), count: '3 tâches' },
  todo: [
    { key: 'achats', icon: 'warning-octagon', title: 'Élaborer une grille de sélection des achats responsables', why: fr('Action du critère 34 · aucune nouvelle depuis le 12 juin'), act: fr('Échéance : juillet 2026') },
    { key: 'criteres', icon: 'pencil-simple', title: fr('Répondre à deux critères : 14 et 31'), why: fr('Confié par Thomas Guilloteau · thème « Politique sociale »'), act: 'Répondre' },
    { key: 'atelier', icon: 'calendar-blank', title: fr('Atelier « Environnement » avec l’équipe'), why: fr('Mardi 17 novembre à 14:00, salle des Platanes'), act: 'Préparer' },
  ],
  newsTitle: 'Depuis lundi',
  news: [
    { key: '1', who: 'Aminata Koné', text: fr('a décrit trois pratiques du thème « Gouvernance ».'), when: 'Hier à 17:05' },
    { key: '2', who: 'Thomas Guilloteau', text: fr('a reporté l’isolation des combles de juin à septembre 2026 : « devis reçu tardivement ».'), when: 'Mardi à 10:42' },
  ],
  figures: [
    { key: 'comptes', figure: '14', of: 'sur 15', detail: 'comptes créés, comptes autorisés' },
    { key: 'termines', figure: '9', detail: 'diagnostics terminés' },
    { key: 'silence', figure: '3', detail: 'sans activité depuis deux mois' },
    { key: 'fin', figure: '1er déc. 2027', isWords: true, detail: 'fin d’abonnement' },
  ],
  counts: [{ value: 39, label: 'maturités renseignées' }, { value: 0, label: 'réponses' }],
  themes: {
    title: 'Les 8 thèmes', summary: fr('Thème 4 sur 8 : Politique sociale'), progress: 'Diagnostic', figure: '27 sur 35',
    items: [['Gouvernance', 7, 7], ['Concertation', 3, 3], ['Territoire', 4, 4], ['Politique sociale', 3, 5], ['Usagers', 4, 4], ['Diversité et égalité', 3, 3], ['Environnement', 2, 5], ['Loyauté des pratiques', 1, 4]],
  },
  questions: {
    modify: 'Modifier', answer: 'Répondre', confirm: 'Confirmer', change: 'Changer', reading: 'Aminata lit ce critère',
    folded: { number: '13', title: 'Conditions d’emploi et développement des personnes', statement: fr('L’organisation favorise les conditions d’exercice et le développement des personnes, garants de l’attractivité et de la fidélité des salariés.'), label: 'Mon organisation peut le dire', detail: 'Thomas Guilloteau, hier à 16:20' },
    open: { number: '14', title: 'Qualité de l’emploi', statement: 'Mon organisation est en règle et pro-active en matière de santé, de sécurité et de protection des travailleurs placés sous son autorité.' },
    unanswered: { number: '31', title: 'Qualité de vie au travail', statement: 'Mon organisation favorise le bien-être au travail et l’équilibre entre la vie privée et professionnelle.', detail: fr('En 2025 : niveau 2') },
    toConfirm: { number: '32', title: 'Formation', label: 'Un document décrit la pratique de mon organisation', detail: 'Repris de 2025, à confirmer' },
    locked: { number: '33', title: 'Dialogue social', label: 'Mon organisation mesure et peut rendre compte de cette affirmation', detail: 'Aminata Koné, le 5\u00a0novembre 2025' },
    notConcerned: { number: '3.6.2', title: 'Restauration collective', label: 'Non concerné', detail: 'Nous ne servons pas de repas.' },
  },
  plan: {
    caption: fr('Plan d’actions, thème Environnement'), next: 'Critère 31', themeFigure: '3 sur 5', themeProgress: 'Critères du thème', allSaved: 'Tout est enregistré',
    headers: ['Amélioration des pratiques', 'Indicateurs', 'Référence', 'Cible', 'À ce jour', 'Responsable et échéance'],
    progress: 'Avancement', aimed: 'visé',
    criteria: [
      { number: '25', title: 'Pollution et gestion des déchets', level: 2, target: 4, priority: 3, actions: [
        { key: 'a1', text: 'Réduire le gaspillage alimentaire à la restauration', detail: fr('Sensibiliser les usagers, l’équipe de cuisine et les résidents : pesées, menus à la carte, défi zéro déchet.'), who: 'Solène Guérin', when: 'décembre 2026', status: 'onTime', percent: 60, lines: [['Animations par an, résidents', '0', '2', '1'], ['Animations par an, restauration', '1', '3', '3'], ['Restes jetés, par repas', fr('142 g'), fr('90 g'), fr('118 g')]] },
        { key: 'a2', text: 'Former au tri des déchets tous les salariés en parcours dès la première semaine', detail: '', who: 'Thomas Guilloteau', when: 'septembre 2026', status: 'late', percent: 30, lines: [['Part des entrants formés', fr('35 %'), fr('100 %'), fr('40 %')], ['Affiches de tri posées dans les 4 ateliers', '', '', 'en cours']] },
      ] },
      { number: '26', title: 'Utilisation durable des ressources', level: 1, target: 3, priority: 2, actions: [
        { key: 'a3', text: 'Isoler les combles de la résidence non labellisée BBC', detail: '', who: 'Isabelle Maurin', when: 'juin 2027', status: 'unknown', percent: null, lines: [['Combles isolés', '', '', 'pas réalisé'], ['Étude pour l’isolation par l’extérieur', '', '', 'réalisé']] },
      ] },
    ],
  },
  team: {
    caption: 'Équipe', headers: ['Nom', 'Rôle', 'Thèmes', 'Dernière visite', 'Modifier'],
    rows: [['Maëlle Tanguy', 'Administration', 'tous', 'hier à 17:05'], ['Aminata Koné', 'Contribution', 'Gouvernance, Usagers', 'mardi à 10:42'], ['Awa Diop', 'Lecture', 'tous', '–']],
    modify: 'Modifier',
  },
  journal: {
    title: 'Historique des améliorations engagées',
    entries: [
      { who: 'Solène Guérin', when: '3\u00a0novembre 2026, 17:34', instant: '2026-11-03T16:34:00Z', text: 'Affichage des menus une semaine à l’avance. Les résidents choisissent leur portion au comptoir.', deltas: [{ from: fr('45 %'), to: fr('60 %') }], isEdited: true },
      { who: 'Thomas Guilloteau', when: '14\u00a0septembre 2026, 18:42', instant: '2026-09-14T16:42:00Z', text: 'Le fournisseur de la balance a livré avec six semaines de retard, la première pesée est décalée.', deltas: [{ label: 'Échéance', from: 'septembre', to: 'décembre 2026' }], reason: 'matériel livré en retard' },
    ],
  },
  stakeholders: {
    map: 'Carte des parties prenantes', rings: ['Au cœur', 'Partenaires réguliers', 'Autour de nous'],
    tokens: [
      { family: 'people', dialogue: 'answered', influence: 5, name: 'Salariés\nen parcours', x: 230, y: 215 },
      { family: 'institution', dialogue: 'contacted', influence: 4, name: 'Mission locale\ndu Val d’Èvre', x: 320, y: 150, isChosen: true },
      { family: 'partner', dialogue: 'answered', influence: 3, name: 'Le Panier\nCommun', x: 150, y: 300 },
      { family: 'funder', dialogue: 'none', influence: 2, name: 'Fondation\ndes Deux-Rives', x: 90, y: 120 },
      { family: 'people', dialogue: 'none', influence: 1, name: 'Familles', x: 370, y: 350 },
    ],
  },
  charts: {
    radar: 'Où nous en sommes, où nous allons, comment on nous voit', distribution: 'Répartition des niveaux', few: 'Quatre axes seulement, une réponse manque', full: 'Huit thèmes, un sans réponse',
    axes: ['Gouvernance', 'Concertation', 'Territoire', 'Politique sociale', 'Usagers', 'Diversité et égalité', 'Environnement', 'Loyauté des pratiques'],
    current: { label: 'Maturité actuelle', values: [3.4, 2.7, 3, 3, 2, 2.7, 1.5, 2] },
    target: { label: 'Maturité visée', values: [4, 3.5, 3.5, 4, 3.5, 3.5, 3.5, 3.5] },
    stakeholders: { label: 'Parties prenantes (6 réponses)', values: [2.2, 2.6, 4, 3.1, 3.6, 2.9, 2.1, 2.5] },
    counts: [[0, 1, 3, 2, 1, 0], [0, 2, 0, 1, 0, 0], [0, 1, 2, 1, 0, 0], [0, 1, 1, 1, 0, 2], [1, 2, 1, 0, 0, 0], [0, 1, 2, 0, 0, 0], [1, 1, 0, 0, 0, 3], [0, 1, 0, 0, 0, 3]],
    medians: ['3', '2', '3', '3', '2', '3', '1,5', '2'],
  },
  whiteLabel: { line: 'Accent, bandeau et signe du réseau', resume: 'Reprendre', map: 'Voir la carte', constant: 'Niveaux, priorités et échéances ne changent pas.' },
} as const
