import type { Finding, FindingCode } from '../engine/findings/finding.ts'
import { codeOwners } from './code-owners.ts'
import { expectedText } from './expected-texts.ts'
import { choiceOf, fr } from './typography.ts'
import { expectedInCell } from './workbook-texts.ts'
import { wordsOf } from './workbook-words.ts'

/**
 * What a workbook says otherwise than a file: its columns and sheets have French names, and an author of a workbook never
 * sees those of the format.
 */

type Place = { readonly sheet?: string; readonly heading?: string }
type Wording = (finding: Finding, place: Place) => string

const value = ({ value: found }: Finding): string => String(found ?? '')
const parameter = ({ parameters }: Finding, name: string): string => String(parameters?.[name] ?? '')

const shownValue = ({ value: found }: Finding): string => (found === undefined ? '' : fr` (ici « ${String(found)} »)`)

const expects = ({ expected = 'text', parameters }: Finding): string =>
  typeof expected === 'string' ? (expectedInCell(expected) ?? expectedText(expected, parameters)) : choiceOf(expected)

const column = ({ heading }: Place): string => fr`La colonne « ${heading ?? ''} »`

const mustBe: Wording = (finding, place) => fr`${column(place)} attend ${expects(finding)}${shownValue(finding)}.`

const where = (finding: Finding, place: Place): string => {
  const line = parameter(finding, 'line')
  const sheet = parameter(finding, 'sheet')
  if (line === '') return ''
  return sheet === '' || sheet === place.sheet ? fr`, ligne ${line}` : fr`, ligne ${line} de la feuille « ${sheet} »`
}

/** As the sheets call what a document calls otherwise. */
const owners: Readonly<Record<string, string>> = { ...codeOwners, outcome: 'un autre constat' }

const needs: Readonly<Record<string, string>> = {
  scale: fr`une question de type « échelle » dit avec quelle échelle elle se répond`,
  list: fr`un choix dit dans quelle liste il se fait`,
  formula: fr`une question de type « calcul » dit comment elle se calcule`,
  columns: fr`un tableau a des colonnes : une ligne chacune dans « Questions », avec son code dans la colonne « tableau »`,
  options: fr`une liste donne ses options, ou le nom de sa « source externe »`,
  threshold: fr`la règle « score au moins égal au seuil » dit lequel dans « seuil »`,
}

/** A word of the format as its column says it. */
const cellWord = (sheet: string, column: string, word: string): string => {
  const words = wordsOf(sheet, column)
  return Object.hasOwn(words, word) ? (words[word] ?? word) : word
}

const fate = (kind: string): string => cellWord('migrations', 'kind', kind)

const nonAssessable: Readonly<Record<string, (code: string, kind: string) => string>> = {
  empty: (code, kind) =>
    fr`L'élément « ${code} » devrait être évalué (type « ${kind} »), mais ni lui ni ce qu'il contient n'a de question. Donnez-lui une « échelle », ou des lignes dans la feuille « Questions ».`,
  rating: (code, kind) =>
    fr`L'élément « ${code} » est noté, mais le type « ${kind} » n'est pas évaluable. Écrivez « oui » dans « évaluable » de ce type, feuille « Niveaux de plan », ou retirez l'échelle.`,
}

const wordings: Partial<Readonly<Record<FindingCode, Wording>>> = {
  FORMAT_INCONNU: ({ expected }) => fr`Ce classeur ne dit pas qu'il est un référentiel. Écrivez « ${String(expected)} » en face de « format », feuille « Référentiel ».`,
  CLE_INCONNUE: (finding, { sheet, heading }) =>
    finding.expected === undefined
      ? fr`La colonne « ${heading ?? ''} » ne sert pas à ce que décrit cette ligne : cette cellule n'est pas lue. Videz-la.`
      : fr`« ${value(finding)} » n'est pas un champ de la feuille « ${sheet ?? ''} » : cette ligne n'est pas lue. Corrigez son nom, ou supprimez-la.`,
  CLE_DOUBLE: (finding, place) => fr`« ${value(finding)} » est déjà écrit dans cette feuille${where(finding, place)} : seule la première ligne est lue. Gardez-en une.`,
  FORME: mustBe,
  CHAMP_MANQUANT: (finding, { heading, sheet }) => {
    if (heading === undefined) return fr`La feuille « ${sheet ?? ''} » n'a aucune ligne, et tout référentiel en a besoin. Remplissez-la.`
    const reason = parameter(finding, 'reason')
    const why = Object.hasOwn(needs, reason) ? needs[reason] : undefined
    return why === undefined
      ? fr`Il manque « ${heading} », qui est obligatoire. Ajoutez-le.`
      : fr`Il manque « ${heading} » : ${why}. Ajoutez-le.`
  },
  CELLULE_VIDE: ({ expected }, { heading }) =>
    Array.isArray(expected)
      ? fr`La colonne « ${heading ?? ''} » est vide sur cette ligne. Choisissez parmi ${choiceOf(expected)}.`
      : fr`La colonne « ${heading ?? ''} » est vide sur cette ligne, qui en a besoin. Remplissez-la, ou videz la ligne.`,
  NOMBRE: mustBe,
  OUI_NON: mustBe,
  DATE: mustBe,
  COULEUR: mustBe,
  LIEN: mustBe,
  VERSION_INVALIDE: mustBe,
  TROP_LONG: (finding, place) =>
    parameter(finding, 'unit') === 'items'
      ? fr`${column(place)} compte trop d'éléments : ${parameter(finding, 'most')} au plus.`
      : fr`${column(place)} est trop longue sur cette ligne : ${parameter(finding, 'most')} caractères au plus. Raccourcissez ce texte.`,
  TYPE_INCONNU: (finding) => fr`Le type « ${value(finding)} » n'existe pas. Choisissez parmi ${expects(finding)}.`,
  VALEUR_INCONNUE: (finding, place) => fr`${column(place)} n'admet pas la valeur « ${value(finding)} ». Choisissez parmi ${expects(finding)}.`,
  CODE_NOMBRE: (finding, { heading }) =>
    fr`Le tableur a fait un nombre ou une date de ce qui est écrit dans « ${heading ?? ''} » (ici ${value(finding)}) : un zéro final ou un second point s'y perdrait. Mettez la colonne au format Texte et écrivez-le de nouveau${finding.suggestion === undefined ? '' : fr`, peut-être ${finding.suggestion}`}.`,
  CODE_INVALIDE: (finding, { heading }) => fr`Le code « ${value(finding)} » de « ${heading ?? ''} » ne peut pas servir. Un code s'écrit avec ${expects(finding)}.`,
  DOUBLON: (finding, place) => {
    const target = parameter(finding, 'target')
    if (target === 'cell') {
      return fr`« ${parameter(finding, 'heading')} » est déjà écrit autrement sur une autre ligne (« ${parameter(finding, 'before')} »). Gardez une seule valeur, sur la première ligne.`
    }
    if (target === 'order') {
      return fr`La place ${value(finding)} est déjà celle d'un élément voisin${where(finding, place)}. Donnez une autre valeur à « ordre », ou videz-la.`
    }
    const owner = Object.hasOwn(owners, target) ? owners[target] : undefined
    return owner === undefined
      ? fr`« ${value(finding)} » est déjà écrit${where(finding, place)}. Gardez une seule de ces lignes.`
      : fr`Le code « ${value(finding)} » est déjà celui d'${owner}${where(finding, place)}. Donnez un autre code, ou supprimez l'une des deux lignes.`
  },
  NON_EVALUABLE: (finding) => {
    const [code, kind] = [value(finding), parameter(finding, 'kind')]
    const reason = parameter(finding, 'reason')
    const sentence = Object.hasOwn(nonAssessable, reason) ? nonAssessable[reason] : undefined
    return sentence === undefined
      ? fr`L'élément « ${code} » pose des questions, mais le type « ${kind} » n'est pas évaluable : elles ne donneront pas de score, sauf règle de calcul. Écrivez « oui » dans « évaluable » de ce type, si c'est un oubli.`
      : sentence(code, kind)
  },
  IMPERATIF_SANS_QUESTION: (finding) =>
    fr`L'élément « ${value(finding)} » est impératif, mais ni lui ni ce qu'il contient n'a de question notée : rien ne dirait s'il est tenu. Ajoutez une question, ou videz « impératif ».`,
  NIVEAU_INCONNU: (finding) => {
    const scales = parameter(finding, 'scales')
    return scales === ''
      ? fr`Le niveau « ${value(finding)} » n'est celui d'aucune échelle : cet élément ne se répond avec aucune. Donnez-lui une « échelle », ou retirez ce niveau.`
      : fr`Le niveau « ${value(finding)} » n'existe pas dans l'échelle « ${scales} » de cet élément.`
  },
  ECHELLE_SANS_SCORE: (finding) => {
    const from = parameter(finding, 'from')
    switch (parameter(finding, 'reason')) {
      case 'scale':
        return fr`L'échelle « ${from} » n'a aucune valeur avec un score : cette réponse ne peut pas être notée. Donnez un « score » à ses valeurs.`
      case 'list':
        return fr`La liste « ${from} » n'a aucune option avec un score : cette réponse ne peut pas être notée. Donnez un « score » à ses options, ou videz « notée ».`
      default:
        return fr`Une question de ce type ne peut pas être notée. Videz « notée ».`
    }
  },
  BORNES: (finding, place) =>
    parameter(finding, 'reason') === 'equal'
      ? fr`Les deux bornes sont égales : il n'y a rien entre elles. Écartez-les.`
      : fr`${column(place)} (${parameter(finding, 'least')}) dépasse sa borne du haut (${parameter(finding, 'most')}). Échangez ou corrigez les deux valeurs.`,
  LANGUE: (finding) =>
    parameter(finding, 'reason') === 'default'
      ? fr`La langue par défaut « ${value(finding)} » n'est pas dans « langues ». Ajoutez-la à cette liste, ou changez-la.`
      : fr`« ${value(finding)} » n'est pas un code de langue. Écrivez-le comme fr, en ou pt-BR.`,
  LANGUE_INCONNUE: (finding) =>
    fr`Cette colonne est écrite en « ${value(finding)} », que « langues » ne déclare pas. Ajoutez cette langue à « langues », feuille « Référentiel », ou supprimez la colonne.`,
  DROITS_MANQUANTS: (finding) =>
    parameter(finding, 'reason') === 'origin'
      ? fr`Rien ne dit d'où viennent les textes. Remplissez « origine des textes », feuille « Référentiel ».`
      : fr`Rien ne dit qui détient les droits sur ces textes. Remplissez « licence », « attribution » et « origine des textes », feuille « Référentiel ».`,
  TEXTE_TIERS: (finding) => {
    const origin = cellWord('document', 'textOrigin', value(finding))
    return parameter(finding, 'reason') === 'unattributed'
      ? fr`Ces textes appartiennent à un tiers (« ${origin} ») et rien ne le crédite. Remplissez « attribution », feuille « Référentiel », et vérifiez que la licence permet cet usage.`
      : fr`Ces textes appartiennent à un tiers (« ${origin} »). Vérifiez que la licence permet de les montrer à toutes les organisations qui verront ce référentiel.`
  },
  MIGRATION: (finding) => {
    switch (parameter(finding, 'reason')) {
      case 'twice':
        return fr`L'ancien code « ${value(finding)} » a déjà une destination. Pour le répartir, gardez une seule ligne « ${fate('split')} » avec tous ses « nouveaux codes ».`
      case 'none-expected':
        return fr`Ce qui est « ${fate('removed')} » n'a pas de destination. Videz « nouveaux codes », ou changez « nature ».`
      case 'one-expected':
        return fr`Ce qui est « ${fate(parameter(finding, 'kind'))} » mène à un seul nouveau code. Gardez-en un, ou passez à « ${fate('split')} ».`
      case 'several-expected':
        return fr`Ce qui est « ${fate('split')} » mène à deux nouveaux codes ou plus. Complétez « nouveaux codes », ou passez à « ${fate('renamed')} ».`
      default:
        return ''
    }
  },
  MIGRATION_INCOMPLETE: (finding) => {
    switch (parameter(finding, 'reason')) {
      case 'value-map':
        return fr`L'échelle de « ${value(finding)} » change, mais rien ne dit ce que deviennent les anciennes valeurs. Remplissez « valeurs ».`
      case 'alone':
        return fr`« ${value(finding)} » est « ${fate('merged')} », mais rien d'autre ne rejoint la même destination. Ajoutez les autres anciens codes, ou passez à « ${fate('renamed')} ».`
      default:
        return fr`L'ancien code « ${value(finding)} » n'a plus de place dans cette version. Dites ce qu'il devient dans la feuille « Migration », ou marquez-le « ${fate('removed')} ».`
    }
  },
}

/** The sentence of a finding that stands in a cell, where a workbook says it otherwise. */
export const workbookWording = (finding: Finding, place: Place): string | undefined => wordings[finding.code]?.(finding, place) || undefined
