/** French labels of the admin: collections, groups, and the closed lists that both the admin and the site show. */

export const labels = {
  groups: { accounts: 'Comptes', networks: 'Réseaux', diagnostics: 'Diagnostics', platform: 'Plateforme', journal: 'Journal' },
  users: { singular: 'Personne', plural: 'Personnes' },
  organisations: { singular: 'Organisation', plural: 'Organisations' },
  organisation: 'Organisation',
  establishments: { singular: 'Établissement', plural: 'Établissements' },
  memberships: { singular: 'Adhésion', plural: 'Adhésions' },
  mandates: { singular: 'Mandat', plural: 'Mandats' },
  accessLinks: { singular: 'Lien d’accès', plural: 'Liens d’accès' },
  networks: { singular: 'Réseau', plural: 'Réseaux' },
  networkMemberships: { singular: 'Rattachement', plural: 'Rattachements' },
  subscriptions: { singular: 'Abonnement', plural: 'Abonnements' },
  whiteLabels: { singular: 'Marque blanche', plural: 'Marques blanches' },
  campaigns: { singular: 'Campagne', plural: 'Campagnes' },
  diagnostics: { singular: 'Diagnostic', plural: 'Diagnostics' },
  grids: { singular: 'Grille', plural: 'Grilles' },
  assessments: { singular: 'Fiche de critère', plural: 'Fiches de critères' },
  answers: { singular: 'Réponse', plural: 'Réponses' },
  staff: { none: 'Aucune', cress: 'Équipe CRESS', admin: 'Administration de la plateforme' },
  role: { admin: 'Administration', contributor: 'Contribution', reader: 'Lecture' },
  sharing: { counters: 'Compteurs', synthesis: 'Synthèse', content: 'Contenu' },
} as const
