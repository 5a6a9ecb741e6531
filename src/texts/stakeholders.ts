/** The words that a stakeholder’s mark brings itself. Typography is already in place; apart from `ui.ts`, which every page loads. */
export const stakeholderTexts = {
  family: {
    people: 'Personnes', institution: 'Institutions', funder: 'Financeurs', partner: 'Partenaires, fournisseurs',
  },
  dialogue: { answered: 'a répondu', contacted: 'contactée', none: 'pas encore contactée' },
  influence: (value: number) => `influence ${value} sur 5`,
} as const
