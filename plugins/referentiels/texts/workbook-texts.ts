import type { Finding } from '../engine/findings/finding.ts'
import { fr } from './typography.ts'

const value = (finding: Finding): string => String(finding.value ?? '')
const parameter = ({ parameters }: Finding, name: string): string => String(parameters?.[name] ?? '')

const expectedWords: Readonly<Record<string, string>> = {
  boolean: 'oui ou non',
  date: 'une date qui existe, par exemple 25/11/2026 ou 2026-11-25',
  values: fr`ancienne = nouvelle, les paires séparées par des points-virgules : 1 = 2 ; NC =`,
}

/** What is expected, where a cell says it otherwise than a file. */
export const expectedInCell = (expected: string): string | undefined => (Object.hasOwn(expectedWords, expected) ? expectedWords[expected] : undefined)

/** What is said of a workbook alone. */
export const workbookTexts = {
  MACROS: () =>
    fr`Ce classeur contient des macros : il n'est pas lu. Enregistrez-le au format .xlsx (« Fichier », « Enregistrer sous »), sans macros.`,
  PROTEGE: () => fr`Ce classeur est protégé par un mot de passe. Retirez le mot de passe, puis enregistrez-le de nouveau.`,
  FEUILLE_ABSENTE: (finding: Finding) =>
    finding.suggestion === undefined
      ? fr`Il manque la feuille « ${String(finding.expected ?? value(finding))} », dont tout référentiel a besoin. Ajoutez-la, avec ses titres de colonnes : le modèle les donne.`
      : fr`Il manque la feuille « ${String(finding.expected ?? '')} », dont tout référentiel a besoin. La feuille « ${value(finding)} » est peut-être celle-là : renommez-la.`,
  FEUILLE_INCONNUE: (finding: Finding) =>
    fr`La feuille « ${value(finding)} » n'est pas d'un référentiel : elle n'est pas lue. Renommez-la, supprimez-la, ou faites commencer son nom par _.`,
  COLONNE_ABSENTE: (finding: Finding) =>
    finding.severity === 'error'
      ? fr`Il manque la colonne « ${value(finding)} », dont cette feuille a besoin. Ajoutez-la à la première ligne.`
      : fr`La colonne « ${value(finding)} » n'y est pas : rien n'est lu de ce qu'elle dirait. Ajoutez-la si vous l'avez.`,
  COLONNE_INCONNUE: (finding: Finding) =>
    fr`La colonne « ${value(finding)} » n'existe pas dans cette feuille : elle n'est pas lue. Corrigez son titre, supprimez-la, ou faites commencer son titre par _.`,
  COLONNE_DOUBLE: (finding: Finding) =>
    fr`La colonne « ${value(finding)} » est déjà la colonne ${parameter(finding, 'first')} de cette feuille : seule la première est lue. Gardez-en une.`,
  LIGNE_APRES_VIDE: (finding: Finding) =>
    fr`Cette ligne vient après une ou plusieurs lignes vides (la dernière remplie est la ligne ${parameter(finding, 'after')}). Elle est lue ; supprimez les lignes vides si elles sont un oubli.`,
  CELLULES_FUSIONNEES: (finding: Finding) =>
    fr`Les cellules ${value(finding)} sont fusionnées : une seule serait lue. Annulez la fusion et remplissez chaque cellule.`,
  LIGNES_MASQUEES: (finding: Finding) =>
    fr`Cette feuille a des lignes masquées (${parameter(finding, 'count')}), qui sont lues comme les autres. Affichez-les, ou supprimez-les.`,
  FORMULE: (finding: Finding) =>
    finding.suggestion === undefined
      ? fr`Cette cellule contient une formule ou une erreur de calcul, qui n'est pas lue. Remplacez-la par sa valeur.`
      : fr`Cette cellule contient une formule, qui n'est pas lue. Remplacez-la par sa valeur : ${finding.suggestion}.`,
  NOMBRE_DE_TEXTES: (finding: Finding) =>
    fr`Cette cellule donne ${parameter(finding, 'read')} textes et l'élément « ${value(finding)} » pose ${parameter(finding, 'asked')} questions : ses questions gardent leurs textes. Écrivez un texte par ligne, autant que de questions.`,
  ECART_CLASSEUR: (finding: Finding) =>
    parameter(finding, 'imperative') === 'true'
      ? fr`Cette cellule ne dit pas impératif l'élément « ${value(finding)} », qui l'est dans le référentiel : rien n'est changé.`
      : fr`Cette cellule dit impératif l'élément « ${value(finding)} », qui ne l'est pas dans le référentiel : rien n'est changé.`,
  ECHELLE_PROPOSEE: (finding: Finding) =>
    fr`Ce classeur n'a pas de feuille « Échelles » : l'échelle « ${value(finding)} » à ${parameter(finding, 'count')} niveaux est proposée, et note chaque élément évaluable. Pour une autre, ajoutez cette feuille.`,
}

/** What the comments of an annotated workbook say beside the sentence. */
export const annotationTexts = {
  author: 'Vérification du référentiel',
  severity: { error: 'Erreur', warning: 'À regarder', info: 'Pour information' },
} as const
