import type { Finding } from '../engine/findings/finding.ts'
import { expectedText } from './expected-texts.ts'
import { choiceOf, fr } from './typography.ts'

/** The field that the finding is about: the last name of its path. */
export const fieldOf = ({ path }: Finding): string => {
  const name = path.findLast((key) => typeof key === 'string')
  return name === undefined ? 'document' : String(name)
}

const shownValue = ({ value }: Finding): string => (value === undefined ? '' : fr` (ici « ${String(value)} »)`)

const expects = (finding: Finding): string =>
  Array.isArray(finding.expected)
    ? choiceOf(finding.expected)
    : expectedText(String(finding.expected ?? 'text'), finding.parameters)

const mustBe = (finding: Finding): string =>
  fr`Le champ « ${fieldOf(finding)} » attend ${expects(finding)}${shownValue(finding)}.`

/** Why a field that is optional elsewhere is needed here. */
const needs: Readonly<Record<string, string>> = {
  scale: fr`une question de type « scale » dit avec quelle échelle elle se répond`,
  list: fr`un choix dit dans quelle liste il se fait`,
  formula: fr`une question de type « computed » dit comment elle se calcule`,
  columns: fr`un tableau dit quelles sont ses colonnes`,
  options: fr`une liste donne ses options, ou le nom de sa source dans « external »`,
  threshold: fr`la règle « score-at-least » dit quel score atteindre`,
}

/** What is said of one field. */
export const fieldTexts = {
  FORMAT_INCONNU: ({ expected }: Finding) =>
    fr`Ce fichier ne dit pas qu'il est un référentiel. Commencez-le par la ligne « format: ${String(expected)} ».`,
  VERSION_FORMAT: ({ value, expected }: Finding) =>
    fr`Ce fichier est écrit au format « ${String(value)} », plus récent que « ${String(expected)} » que lit cette application. Mettez-la à jour, ou exportez le fichier dans l'ancien format.`,
  CLE_INCONNUE: (finding: Finding) =>
    finding.suggestion !== undefined
      ? fr`Le champ « ${String(finding.value)} » n'existe pas ici.`
      : finding.expected === undefined
        ? fr`Le champ « ${String(finding.value)} » n'existe pas ici. Supprimez-le.`
        : fr`Le champ « ${String(finding.value)} » n'existe pas ici. Supprimez-le, ou choisissez parmi ${expects(finding)}.`,
  FORME: (finding: Finding) =>
    typeof finding.path.at(-1) === 'number'
      ? fr`Dans la liste « ${fieldOf(finding)} », on attend ici ${expects(finding)}${shownValue(finding)}.`
      : mustBe(finding),
  CHAMP_MANQUANT: (finding: Finding) => {
    const field = String(finding.parameters?.['field'])
    const reason = String(finding.parameters?.['reason'] ?? '')
    const why = Object.hasOwn(needs, reason) ? needs[reason] : undefined
    return why === undefined
      ? fr`Il manque le champ « ${field} », qui est obligatoire. Ajoutez-le.`
      : fr`Il manque le champ « ${field} » : ${why}. Ajoutez-le.`
  },
  CELLULE_VIDE: (finding: Finding) =>
    fr`Le champ « ${fieldOf(finding)} » est vide. Remplissez-le, ou supprimez-le s'il est facultatif.`,
  NOMBRE: mustBe,
  OUI_NON: mustBe,
  DATE: mustBe,
  COULEUR: mustBe,
  LIEN: mustBe,
  TROP_LONG: (finding: Finding) => {
    const most = Number(finding.parameters?.['most'])
    return finding.parameters?.['unit'] === 'items'
      ? fr`Le champ « ${fieldOf(finding)} » compte trop d'éléments : ${most} au plus.`
      : fr`Le champ « ${fieldOf(finding)} » est trop long : ${most} caractères au plus. Raccourcissez-le.`
  },
  TYPE_INCONNU: (finding: Finding) =>
    fr`Le type « ${String(finding.value ?? '')} » n'existe pas. Choisissez parmi ${expects(finding)}.`,
  VALEUR_INCONNUE: (finding: Finding) =>
    fr`Le champ « ${fieldOf(finding)} » n'admet pas la valeur « ${String(finding.value ?? '')} ». Choisissez parmi ${expects(finding)}.`,
  CODE_NOMBRE: (finding: Finding) =>
    fr`Le champ « ${fieldOf(finding)} » attend un texte et ${String(finding.value)} est lu comme un nombre : un zéro final ou un second point s'y perdrait. Mettez-le entre guillemets : ${finding.suggestion ?? `"${finding.value ?? ''}"`}.`,
  CODE_INVALIDE: (finding: Finding) =>
    finding.parameters?.['key'] === 1
      ? fr`« ${String(finding.value)} » n'est pas un code. Un code s'écrit avec ${expects(finding)}.`
      : fr`Le code « ${String(finding.value ?? '')} » du champ « ${fieldOf(finding)} » ne peut pas servir. Un code s'écrit avec ${expects(finding)}.`,
  VERSION_INVALIDE: mustBe,
}
