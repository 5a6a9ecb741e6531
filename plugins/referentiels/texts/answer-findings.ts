import type { AnswerFinding, AnswerFindingCode } from '../engine/evaluate/answer-finding.ts'
import { choiceOf, fr } from './typography.ts'

type Sentence = (finding: AnswerFinding) => string

const number = new Intl.NumberFormat('fr-FR', { maximumFractionDigits: 10 })

/** The answer, criterion or field that the finding is about, with the grid, row and column where there are. */
const about = ({ path }: AnswerFinding): string => {
  const [, name = '', ...place] = path
  return place.length === 0 ? String(name) : `${name} (${place.join(', ')})`
}

const given = ({ value }: AnswerFinding): string => (value === undefined ? '' : fr` (ici « ${String(value)} »)`)

const among = ({ expected = [] }: AnswerFinding): string => (expected.length === 0 ? '' : fr` Choisissez parmi ${choiceOf(expected)}.`)

const between = ({ bounds }: AnswerFinding): string => {
  if (bounds === undefined) return ''
  const { min, max } = bounds
  if (min === null) return max === null ? '' : `${number.format(max)} au plus`
  return max === null ? `${number.format(min)} au moins` : `de ${number.format(min)} à ${number.format(max)}`
}

const texts: Readonly<Record<AnswerFindingCode, Sentence>> = {
  QUESTION_INCONNUE: (finding) => fr`La question « ${about(finding)} » n'existe pas dans ce référentiel.`,
  CRITERE_INCONNU: (finding) => fr`« ${about(finding)} » n'est pas un critère de ce référentiel.`,
  CHAMP_PROFIL_INCONNU: (finding) => fr`Le champ de profil « ${about(finding)} » n'existe pas dans ce référentiel.${among(finding)}`,
  SOUS_ENSEMBLE_INCONNU: (finding) => fr`Le sous-ensemble « ${String(finding.value)} » n'existe pas : le référentiel entier est évalué.`,
  REGLES_INCONNUES: (finding) => fr`La version de calcul « ${String(finding.value)} » n'existe pas : la version en cours est utilisée.`,
  FORME: (finding) => fr`Les données à évaluer ont une forme inattendue à « ${finding.path.join(' › ')} ».`,
  TYPE_REPONSE: (finding) => fr`La réponse à « ${about(finding)} » n'est pas du type que la question attend${given(finding)}.`,
  NOMBRE: (finding) => fr`La réponse à « ${about(finding)} » doit être un nombre${given(finding)}.`,
  OUI_NON: (finding) => fr`La réponse à « ${about(finding)} » doit être oui ou non (true ou false)${given(finding)}.`,
  DATE: (finding) => fr`La réponse à « ${about(finding)} » doit être une date qui existe, comme 2026-11-25${given(finding)}.`,
  LIEN: (finding) => fr`La réponse à « ${about(finding)} » doit être une adresse qui commence par https:// ou mailto:, sans nom ni mot de passe avant le site${given(finding)}.`,
  UNITE: (finding) => fr`L'unité de la réponse à « ${about(finding)} » n'est pas proposée${given(finding)}.${among(finding)}`,
  VALEUR_INCONNUE: (finding) => fr`La valeur de « ${about(finding)} » n'existe pas${given(finding)}.${among(finding)}`,
  VALEUR_INTERDITE: (finding) => fr`La valeur « ${String(finding.value)} » n'est pas permise à « ${about(finding)} ».${among(finding)}`,
  COMMENTAIRE_MANQUANT: (finding) => fr`La valeur « ${String(finding.value)} » à « ${about(finding)} » demande un commentaire.`,
  CHOIX_EXCLUSIF: (finding) => fr`À « ${about(finding)} », « ${String(finding.value)} » ne se choisit avec aucune autre réponse.`,
  BORNES: (finding) => fr`La réponse à « ${about(finding)} » doit être un nombre ${between(finding)}${given(finding)}.`,
  DECIMALES: (finding) => fr`La réponse à « ${about(finding)} » a trop de décimales : ${between(finding)}.`,
  TROP_LONG: (finding) => fr`La réponse à « ${about(finding)} » est trop longue : ${between(finding)}, en caractères.`,
  REPONSE_CALCULEE: (finding) => fr`« ${about(finding)} » est calculé : on n'y répond pas.`,
  GRILLE: (finding) => fr`La question « ${about(finding)} » n'a pas cette grille.`,
  LIGNES: (finding) => fr`Le tableau « ${about(finding)} » doit avoir un nombre de lignes ${between(finding)}${given(finding)}.`,
  COLONNE_INCONNUE: (finding) => fr`Le tableau « ${about(finding)} » n'a pas cette colonne.${among(finding)}`,
  CELLULE_VIDE: (finding) => fr`Il manque une cellule obligatoire à « ${about(finding)} ».`,
  DOUBLON: (finding) => fr`Deux lignes de « ${about(finding)} » ont le même nom${given(finding)}.`,
  MOTIF_MANQUANT: (finding) => fr`Le critère « ${about(finding)} » est déclaré non concerné sans motif. Écrivez pourquoi.`,
  NON_CONCERNE_IMPERATIF: (finding) => fr`Le critère « ${about(finding)} » est impératif : il ne peut pas être déclaré non concerné.`,
}

/** What is wrong with an answer, in French. */
export const answerFindingText = (finding: AnswerFinding): string => texts[finding.code](finding)
