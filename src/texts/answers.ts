import type { AnswerFinding, AnswerFindingCode } from '#plugins/referentiels/engine/evaluate/answer-finding.ts'

import { fr } from './typography.ts'

/**
 * What is wrong with an answer, said to the person who just gave it: the question stands before them. The same
 * findings in a file are told by the plugin, with the question's name.
 */

type Text = (finding: AnswerFinding) => string

const name = ({ path }: AnswerFinding): string => String(path[1] ?? path[0] ?? '')

const between = ({ bounds }: AnswerFinding): string => {
  const { min = null, max = null } = bounds ?? {}
  if (min !== null && max !== null) return `entre ${min} et ${max}`
  if (max !== null) return `de ${max} au plus`
  return min === null ? 'dans les bornes prévues' : `de ${min} au moins`
}

const choices = ({ expected }: AnswerFinding, otherwise: string): string =>
  expected === undefined || expected.length === 0 ? otherwise : `Choisissez ${choice(expected)}.`

const choice = (codes: readonly string[]): string =>
  new Intl.ListFormat('fr', { type: 'disjunction' }).format(codes.slice(0, 10).map((code) => `« ${code} »`))

/** One sentence per code: what is wrong with an answer, and what to do about it. */
const texts: Readonly<Record<AnswerFindingCode, Text>> = {
  QUESTION_INCONNUE: (finding) => `Ce référentiel ne pose pas la question « ${name(finding)} ». Vérifiez son code.`,
  CRITERE_INCONNU: (finding) => `Ce référentiel n'a pas de critère « ${name(finding)} ». Vérifiez son code.`,
  CHAMP_PROFIL_INCONNU: (finding) => `Ce référentiel ne demande pas « ${name(finding)} » dans le profil. Retirez ce champ.`,
  SOUS_ENSEMBLE_INCONNU: (finding) => `Ce référentiel n'a pas de sous-ensemble « ${String(finding.value ?? '')} ». Il est pris en entier.`,
  REGLES_INCONNUES: (finding) => `Ce référentiel n'a pas de règles de calcul « ${String(finding.value ?? '')} ». Les règles en vigueur sont prises.`,
  TYPE_REPONSE: () => `Cette réponse n'est pas du genre attendu par la question. Saisissez-la à nouveau.`,
  NOMBRE: () => 'Un nombre est attendu, par exemple 12 ou 3,5. Corrigez la réponse.',
  OUI_NON: () => 'La réponse attendue est oui ou non.',
  DATE: () => `Cette date n'existe pas. Écrivez-la avec le jour, le mois et l'année, par exemple 25/11/2026.`,
  LIEN: () => `Ce lien ne convient pas. Il commence par https:// ou http://, sans nom ni mot de passe.`,
  UNITE: (finding) => `Cette unité n'est pas prévue. ${choices(finding, 'Choisissez parmi celles qui sont proposées.')}`,
  VALEUR_INCONNUE: (finding) => `Cette valeur n'est pas proposée. ${choices(finding, 'Choisissez une des réponses de la liste.')}`,
  VALEUR_INTERDITE: (finding) => `Cette valeur n'est pas permise ici. ${choices(finding, 'Choisissez une autre réponse.')}`,
  COMMENTAIRE_MANQUANT: () => 'Cette réponse demande un commentaire. Écrivez-le, puis choisissez-la à nouveau.',
  CHOIX_EXCLUSIF: () => `L'un de ces choix exclut les autres. Gardez-le seul, ou retirez-le.`,
  BORNES: (finding) => `La valeur attendue est ${between(finding)}. Corrigez la réponse.`,
  DECIMALES: ({ bounds }) => `Il y a trop de chiffres après la virgule : ${bounds?.max ?? 0} au plus. Arrondissez la réponse.`,
  TROP_LONG: ({ bounds }) =>
    bounds?.max === undefined || bounds.max === null
      ? 'Ce texte est trop long. Raccourcissez-le.'
      : `Ce texte est trop long : ${bounds.max} caractères au plus. Raccourcissez-le.`,
  FORME: () => 'Cette réponse a une forme inattendue. Rechargez la page, puis recommencez.',
  REPONSE_CALCULEE: () => 'Cette valeur est calculée : elle ne se saisit pas. Changez plutôt les réponses dont elle dépend.',
  GRILLE: () => `Cette grille n'existe pas pour cette question. Ajoutez-la d'abord, ou répondez dans une autre.`,
  LIGNES: (finding) => `Le nombre de lignes attendu est ${between(finding)}. Ajoutez ou retirez des lignes.`,
  COLONNE_INCONNUE: () => `Ce tableau n'a pas cette colonne. Retirez-la.`,
  CELLULE_VIDE: () => 'Il manque une valeur dans ce tableau. Complétez la ligne, ou retirez-la.',
  DOUBLON: () => `Deux lignes de ce tableau portent le même nom. Changez l'un des deux.`,
  MOTIF_MANQUANT: () => 'Dites pourquoi ce critère ne vous concerne pas : une phrase suffit.',
  NON_CONCERNE_IMPERATIF: () => 'Ce critère est impératif : il vous concerne toujours. Choisissez un niveau.',
}

/** What is wrong with an answer and what to do about it. */
export const answerSentence = (finding: AnswerFinding): string => fr(texts[finding.code](finding))
