import type { RefusedRequest } from '../types.ts'

const parameters = { limit: 'limit', depth: 'depth', page: 'page' } as const

/** What a refused request is told. */
export const sentence = (refused: RefusedRequest): string => {
  switch (refused.code) {
    case 'NOT_A_NUMBER':
      return `Le paramètre « ${parameters[refused.parameter]} » attend un nombre entier, zéro ou plus.`
    case 'TOO_MANY_CONDITIONS':
      return `Cette recherche combine trop de conditions : ${refused.most} au plus. Affinez-la en plusieurs fois.`
    case 'NESTED_TOO_DEEP':
      return `Cette recherche emboîte trop de niveaux : ${refused.most} au plus. Simplifiez-la.`
    case 'TOO_MANY_VALUES':
      return `Cette recherche porte sur trop de valeurs : ${refused.most} au plus. Faites-la en plusieurs fois.`
    case 'SORT_TOO_LONG':
      return `Ce tri porte sur trop de champs : ${refused.most} au plus.`
    case 'SORT_THROUGH_RELATION':
      return `On ne trie pas par « ${refused.path} », qui appartient à une autre donnée. Triez par un champ de celle-ci.`
    case 'NO_PLACES':
      return 'On ne cherche pas ces données par leur place sur une carte. Choisissez une autre comparaison.'
    case 'PREFERENCE_TOO_LARGE':
      return `Cette préférence est trop longue : ${refused.most} caractères au plus.`
    case 'TOO_MANY_PREFERENCES':
      return `Vous gardez déjà ${refused.most} préférences d’affichage. Retirez-en avant d’en ajouter.`
    case 'QUERY_TOO_LONG':
      return `Cette recherche est trop longue : ${refused.most} caractères au plus. Faites-la en plusieurs fois.`
  }
}
