import { fr } from './typography.ts'

/** Words of the practices while one describes them. The questionnaire loads none of them. */
export const practicesTexts = {
  placeOf: (kind: string, position: number, count: number) => `${kind} ${position} sur ${count}`,
  maturity: 'Degré de maturité initial',
  description: 'Description des pratiques existantes',
  placeholder: fr('Rien d’écrit pour l’instant. Trois phrases suffisent pour commencer.'),
  hint: fr('Avec vos mots. Laissez une ligne vide entre deux paragraphes ; commencez une ligne par « - » pour une liste.'),
  priority: fr('Niveau de priorisation de l’action à améliorer'),
  toPlan: fr('Ce critère est à porter au plan d’actions.'),
  takeUp: (year: string) => `Reprendre le texte de ${year}`,
  hadText: (year: string) => fr(`En ${year}, ce critère avait un texte.`),
  toAnswer: 'Répondre au critère',
  described: 'Critères décrits dans ce thème',
  none: fr('Rien d’écrit.'),
  noPriority: 'Pas de priorité',
  clearPriority: 'Effacer la priorité',
  target: 'Maturité visée',
  noTarget: 'Pas de maturité visée',
  lowTarget: fr('Vous visez plus bas que la maturité actuelle.'),
} as const
