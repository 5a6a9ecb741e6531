import type { Finding } from '../engine/findings/finding.ts'
import { fr } from './typography.ts'

/** YAML's and JSON's own rules, by the reason that the reader gives. */
const syntax: Readonly<Record<string, string>> = {
  ALIAS_PROPS: fr`Un alias (*nom) ne peut porter ni ancre ni étiquette. Écrivez le contenu en toutes lettres.`,
  BAD_ALIAS: fr`Un mot qui commence par * ou & doit être entre guillemets.`,
  BAD_DIRECTIVE: fr`Cette ligne qui commence par % n'est pas une directive YAML connue. Supprimez-la.`,
  BAD_DQ_ESCAPE: fr`Cette séquence après \\ n'existe pas. Doublez la barre (\\\\) ou mettez le texte entre apostrophes.`,
  BAD_INDENT: fr`Le retrait de cette ligne ne suit pas celui du bloc où elle se trouve. Alignez-la avec des espaces.`,
  BAD_PROP_ORDER: fr`Une ancre ou une étiquette est mal placée. Supprimez-la.`,
  BAD_SCALAR_START: fr`Ce texte commence par un caractère réservé. Mettez-le entre guillemets.`,
  BLOCK_AS_IMPLICIT_KEY: fr`Cette ligne contient un second « : » suivi d'un espace. Mettez le texte entre guillemets.`,
  BLOCK_IN_FLOW: fr`Entre { } ou [ ], on ne peut pas ouvrir de bloc en retrait. Fermez l'accolade ou le crochet d'abord.`,
  KEY_OVER_1024_CHARS: fr`Un nom de champ ne peut pas dépasser 1024 caractères. Il manque peut-être un guillemet plus haut.`,
  MISSING_QUOTE: fr`Un guillemet ouvert n'est pas fermé. Fermez-le, ou retirez celui qui ouvre.`,
  MISSING_CHAR: fr`Il manque ici un signe : accolade, crochet, virgule ou espace après « : ».`,
  MULTILINE_IMPLICIT_KEY: fr`Il manque « : » après ce nom de champ, ou un guillemet fermant.`,
  MULTIPLE_ANCHORS: fr`Ces ancres ne servent pas ici. Supprimez-les.`,
  MULTIPLE_DOCS: fr`Ce fichier contient plusieurs documents séparés par « --- ». Gardez-en un seul par fichier.`,
  MULTIPLE_TAGS: fr`Ces étiquettes (!) ne servent pas ici. Supprimez-les.`,
  NON_STRING_KEY: fr`Un nom de champ doit être un mot simple, sans liste ni bloc.`,
  RESOURCE_EXHAUSTION: fr`Les blocs s'emboîtent trop profondément. Il manque sans doute une fermeture plus haut.`,
  TOO_DEEP: fr`Les blocs s'emboîtent trop profondément. Un référentiel est plat : reliez les éléments par « parent ».`,
  TAB_AS_INDENT: fr`Le retrait est fait avec une tabulation. Remplacez-la par des espaces.`,
  TAG_RESOLVE_FAILED: fr`Les étiquettes YAML (!mot) ne sont pas acceptées. Supprimez-la, ou mettez le texte entre guillemets.`,
  UNEXPECTED_TOKEN: fr`Ce signe n'est pas à sa place. Vérifiez les guillemets, les virgules et le retrait de la ligne.`,
  BAD_COLLECTION_TYPE: fr`Cette étiquette YAML ne convient pas ici. Supprimez-la.`,
  JSON_AFTER_END: fr`Il y a encore du texte après la fin du document JSON. Supprimez-le, ou ajoutez l'accolade qui manque plus haut.`,
  JSON_CUT: fr`Le fichier s'arrête trop tôt : il manque une accolade, un crochet ou une valeur.`,
  JSON_STRING: fr`Ce texte n'est pas fermé par un guillemet, ou contient un retour à la ligne ou une barre \\ de trop.`,
  JSON_VALUE: fr`On attend ici une valeur JSON : un texte entre guillemets droits, un nombre, true, false, null, une liste ou un bloc.`,
  JSON_COMMA: fr`Il manque une virgule, un crochet ou une accolade avant ce signe.`,
  JSON_COLON: fr`Il manque « : » après ce nom de champ.`,
  JSON_KEY: fr`On attend ici un nom de champ entre guillemets droits. Une virgule est peut-être de trop.`,
}

const reasonOf = ({ parameters }: Finding): string => String(parameters?.['reason'] ?? '')

const megabytes = (bytes: unknown): string => (Number(bytes) / 1024 / 1024).toFixed(1).replace('.', ',')

/** Why a file can't be read, by the reason that its reader gives. */
const unreadable: Readonly<Record<string, string>> = {
  empty: fr`Ce fichier est vide. Partez d'un référentiel existant ou du modèle.`,
  notZip: fr`Ce fichier n'est pas un classeur .xlsx, malgré son nom. Enregistrez-le de nouveau au format « Classeur Excel (.xlsx) ».`,
  damaged: fr`Ce classeur est abîmé : une partie ne se lit pas. Ouvrez-le dans votre tableur et enregistrez-le de nouveau au format .xlsx.`,
  notWorkbook: fr`Ce fichier n'est pas un classeur : il n'a aucune feuille. Enregistrez-le au format « Classeur Excel (.xlsx) ».`,
  delimited: fr`Un fichier .csv ne tient qu'une feuille, sans ses formats. Dans votre tableur, enregistrez-le au format « Classeur Excel (.xlsx) ».`,
  openDocument: fr`Ce classeur est au format OpenDocument (.ods). Enregistrez-le au format .xlsx.`,
  oldOffice: fr`Ce fichier est d'un ancien format d'Office (.xls, .doc). Enregistrez-le au format .xlsx.`,
}

/** What is said of a file that is not a référentiel yet. */
export const fileTexts = {
  FICHIER_ILLISIBLE: (finding: Finding) => {
    const reason = reasonOf(finding)
    return (Object.hasOwn(unreadable, reason) ? unreadable[reason] : undefined) ?? fr`Ce fichier n'est ni un classeur .xlsx, ni un texte lisible (YAML ou JSON, en UTF-8). Depuis un tableur, enregistrez-le au format « Classeur Excel (.xlsx) ».`
  },
  TROP_GROS: ({ value, parameters }: Finding) =>
    parameters?.['unit'] === 'workbook' && value === undefined
      ? fr`Ce classeur contient trop de feuilles, de cellules ou de texte. Retirez ce qui n'est pas le référentiel lui-même.`
      : parameters?.['unit'] === 'signs'
      ? fr`Ce fichier contient trop de champs et de lignes (${String(value)} séparateurs, ${parameters['most'] ?? 0} au plus). Retirez ce qui n'est pas le référentiel lui-même.`
      : fr`Ce fichier pèse ${megabytes(value)}${'\u00a0'}Mo, plus que les ${megabytes(parameters?.['most'])}${'\u00a0'}Mo acceptés. Retirez ce qui n'est pas le référentiel lui-même.`,
  SYNTAXE: (finding: Finding) => {
    const reason = reasonOf(finding)
    const known = Object.hasOwn(syntax, reason) ? syntax[reason] : undefined
    return known ?? fr`Ce passage ne peut pas être lu. Vérifiez les guillemets, les virgules et le retrait de la ligne.`
  },
  ALIAS: ({ value }: Finding) =>
    fr`Les alias YAML ne sont pas acceptés (ici « *${String(value)} »). Écrivez le contenu en toutes lettres.`,
  AUTRES_CONSTATS: ({ parameters }: Finding) =>
    fr`Il y a encore ${parameters?.['more'] ?? 0} constats, qui ne sont pas affichés. Corrigez d'abord ceux-ci.`,
  CLE_DOUBLE: ({ value }: Finding) =>
    fr`Le champ « ${String(value)} » est écrit deux fois dans le même bloc. Gardez-en un seul.`,
}
