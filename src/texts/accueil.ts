import { fr } from './typography.ts'

/** The public home page. Labels between the deck's quotation marks are its own words (domain.md §1). */
export const homeTexts = {
  title: fr('ESS Pratiques, la plateforme des démarches d’amélioration de l’ESS'),
  hero: {
    title: fr('Votre démarche d’amélioration, du diagnostic aux engagements'),
    lead: fr(
      'La plateforme dédiée à la mise en place et au suivi des démarches d’amélioration des acteurs de l’ESS.',
    ),
    signUp: 'Découvrir pendant 3 mois',
    signIn: 'Se connecter',
    mySpace: 'Aller à mon espace',
    offer: fr('Gratuit, avec tout le parcours. Sans engagement : rien n’est prélevé au bout des trois mois.'),
    hello: (firstName: string) => `Bonjour ${firstName}, votre espace vous attend.`,
  },
  pillars: {
    title: 'Trois appuis',
    items: [
      {
        icon: 'list-numbers',
        title: 'Plateforme en ligne',
        text: fr(
          'Un outil pour vous faciliter chaque étape de votre démarche d’amélioration continue : diagnostic, ' +
            'dialogue avec les parties prenantes, élaboration et suivi du plan d’action.',
        ),
      },
      {
        icon: 'users-three',
        title: 'Accompagnement et formations',
        text: fr('Un réseau d’acteurs pour vous accompagner au plus près de chez vous et de vos besoins.'),
      },
      {
        icon: 'hand-heart',
        title: 'Partage et valorisation',
        text: fr(
          'Des ressources numériques, une communauté pour l’échange de pratiques, des dispositifs de ' +
            'valorisation des engagements.',
        ),
      },
    ],
  },
  steps: {
    title: 'Quatre étapes, que l’on reprend chaque année',
    lead: fr(
      'Chaque personne répond là où elle sait ; l’équipe décide ensemble. D’année en année, vous archivez vos documents et ' +
        'vous actualisez votre plan d’actions.',
    ),
    items: [
      {
        title: 'Autodiagnostic',
        text: fr('Critère par critère, vous dites où en est votre organisation, de la réflexion à l’exemplarité.'),
      },
      {
        title: 'Bonnes pratiques',
        text: fr('Vous décrivez ce que vous faites déjà, puis vous choisissez ce qui mérite d’avancer.'),
      },
      {
        title: 'Plan d’actions',
        text: fr('Une action, une personne responsable, des indicateurs, une échéance.'),
      },
      {
        title: 'Suivi du plan d’actions',
        text: fr('Vous notez les avancées au fil de l’eau : ce qui est en retard se voit, ce qui progresse aussi.'),
      },
    ],
    stakeholders: {
      title: 'Et, à votre rythme, le dialogue avec vos parties prenantes',
      text: fr(
        'Cartographie des parties prenantes, suivi du dialogue, synthèse : celles et ceux qui comptent pour vous ' +
          'répondent sans compte, depuis un simple lien.',
      ),
    },
  },
  referentiels: {
    title: 'À chacun son référentiel',
    items: [
      {
        title: 'Deux référentiels standard, pour tous secteurs',
        text: fr('Un référentiel complet et un référentiel simplifié. Passer de l’un à l’autre garde vos réponses.'),
      },
      {
        title: 'Des référentiels spécifiques',
        text: fr('Ceux d’une fédération, d’un label ou d’une évaluation externe, avec leurs critères et leurs échelles.'),
      },
      {
        title: 'Possibilité d’intégrer tout référentiel spécifique',
        text: fr('Le vôtre s’ajoute comme un document : toute la plateforme en découle, écrans et exports compris.'),
      },
    ],
  },
  prices: {
    title: 'Tarifs',
    list: 'Liste des tarifs',
    lead: fr('Prix par an. Les montants toutes taxes comprises comptent une TVA de 20 %.'),
    columns: { formula: 'Formule', accounts: 'Comptes', net: 'Prix HT', gross: 'Prix TTC' },
    rows: [
      { formula: 'Offre découverte, 3 mois, tout le parcours', accounts: '1', net: '0\u202f€', gross: '0\u202f€' },
      { formula: 'Tarif standard', accounts: '1', net: '190\u202f€', gross: '228\u202f€' },
      {
        formula: 'Tarif spécial, organisations de moins de 5 salariés',
        accounts: '1',
        net: '150\u202f€',
        gross: '180\u202f€',
      },
      { formula: 'Multicompte', accounts: '3 à 5', net: '500\u202f€', gross: '600\u202f€' },
      { formula: 'Multicompte', accounts: '6 à 15', net: '1\u202f000\u202f€', gross: '1\u202f200\u202f€' },
      { formula: 'Multicompte', accounts: '16 à 50', net: '3\u202f000\u202f€', gross: '3\u202f600\u202f€' },
      { formula: 'Multicompte', accounts: '51 à 100', net: '5\u202f000\u202f€', gross: '6\u202f000\u202f€' },
    ],
    beyond: fr(
      'Au-delà de 100 : 50 € HT par compte supplémentaire. Le multicompte s’adresse aux têtes de réseau : un seul ' +
        'abonnement, des tarifs dégressifs, le suivi de l’avancement de chacun.',
    ),
    quoteTitle: 'Prestations sur devis',
    quotes: [
      'Saisie d’un référentiel spécifique',
      fr('Saisie de données existantes (diagnostic, plan d’actions, cartographie…)'),
      'Sensibilisation à l’engagement sociétal et à l’amélioration continue',
      'Accompagnement à la prise en main de l’outil',
    ],
  },
  closing: {
    title: 'Commencez par regarder où vous en êtes',
    text: fr(
      'Ouvrir un espace prend deux minutes. Vos réponses sont à vous : personne d’autre que votre équipe ne les lit ' +
        'sans votre accord.',
    ),
  },
} as const
