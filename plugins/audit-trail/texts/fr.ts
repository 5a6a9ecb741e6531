/** The journal's French labels in the admin. */
export const texts = {
  group: 'Journal',
  entry: { singular: 'Entrée du journal', plural: 'Entrées du journal' },
  description: 'Qui a changé quoi, et quand. Rien ne s’y modifie ni ne s’y efface.',
  fields: {
    at: 'Le',
    operation: 'Opération',
    collection: 'Collection',
    document: 'Document',
    organisation: 'Organisation',
    actor: 'Par',
    actorCollection: 'Type de compte',
    onBehalfOf: 'Pour le compte de',
    before: 'Avant',
    after: 'Après',
    requestId: 'Requête',
  },
} as const
