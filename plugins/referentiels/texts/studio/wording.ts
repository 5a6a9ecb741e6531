import type { Finding, FindingCode } from '../../engine/findings/finding.ts'
import { expectedText } from '../expected-texts.ts'
import { choiceOf, fr, inSentence } from '../typography.ts'
import { choiceNames } from './choices.ts'
import { fieldNames } from './fields.ts'

/**
 * What the studio says otherwise than a file: its fields have French names, and who writes there never sees those of the
 * format.
 */

type Wording = (finding: Finding) => string

const value = ({ value: found }: Finding): string => String(found ?? '')
const parameter = ({ parameters }: Finding, name: string): string => String(parameters?.[name] ?? '')
const reasonOf = (finding: Finding): string => parameter(finding, 'reason')

/** Where a key of the format has several names, by what it belongs to: the nearest list or block above it on the path. */
const owners: Readonly<Record<string, string>> = {
  nodes: 'node', questions: 'question', kinds: 'kind', scales: 'scale', values: 'value', lists: 'list', options: 'option', profileFields: 'profile',
  evidence: 'evidence', resources: 'resource', indicators: 'indicator', repeat: 'repeat', rights: 'rights', publisher: 'publisher', sources: 'source',
  binding: 'binding', scoring: 'scoring', rules: 'rule', aggregate: 'aggregate', round: 'round', imperative: 'imperative', outcomes: 'outcome',
  normalise: 'normalise', subsets: 'subset', dialogue: 'dialogue', presentation: 'presentation', axes: 'axis', mappings: 'mapping', migrations: 'migration',
  expect: 'expect', items: 'link',
}

const labels: ReadonlyMap<string, string> = new Map([['nodes', 'Plan'], ...Object.entries(fieldNames).map(([name, { label }]): [string, string] => [name, label])])

const ownersOn = (path: Finding['path']): readonly string[] => path.flatMap((key) => (typeof key === 'string' && Object.hasOwn(owners, key) ? [owners[key] ?? ''] : [])).toReversed()

/** The label of a key of the format where it stands; the key itself where the studio has no field for it. */
export const labelOfKey = (key: string, path: Finding['path'] = []): string => {
  const own = ownersOn(path).flatMap((owner) => labels.get(`${owner}.${key}`) ?? [])
  const anywhere = [labels.get(key), ...['node', 'question', 'step', 'dq'].map((owner) => labels.get(`${owner}.${key}`)), [...labels].find(([name]) => name.endsWith(`.${key}`))?.[1]]
  return own[0] ?? anywhere.find((label) => label !== undefined) ?? key
}

const field = (finding: Finding): string => {
  const index = finding.path.findLastIndex((key) => typeof key === 'string')
  const key = finding.path[index]
  return key === undefined ? 'Référentiel' : labelOfKey(String(key), finding.path.slice(0, index))
}

/** What stands behind a word of `expected`, as one writes it in the studio. */
const inStudio: Readonly<Record<string, string>> = { boolean: 'oui ou non', date: fr`une date qui existe` }

const choices: ReadonlyMap<string, string> = new Map(Object.values(choiceNames).flatMap((names) => Object.entries(names)))

export const expectedInStudio = ({ expected = 'text', parameters }: Finding): string =>
  typeof expected === 'string'
    ? ((Object.hasOwn(inStudio, expected) ? inStudio[expected] : undefined) ?? expectedText(expected, parameters))
    : choiceOf(expected.map((each) => choices.get(each) ?? each))

const shownValue = ({ value: found }: Finding): string => (found === undefined ? '' : fr` (ici « ${String(found)} »)`)
const mustBe: Wording = (finding) => fr`« ${field(finding)} » attend ${expectedInStudio(finding)}${shownValue(finding)}.`

const needs: Readonly<Record<string, string>> = {
  scale: fr`cette question dit avec quelle échelle elle se répond`,
  list: fr`un choix dit dans quelle liste il se fait`,
  formula: fr`un calcul dit comment il se fait`,
  columns: fr`un tableau dit quelles sont ses colonnes`,
  options: fr`une liste donne ses choix, ou le nom de sa source extérieure`,
  threshold: fr`cette règle dit quel score atteindre`,
}

const kindOf = (kind: string): string => choices.get(kind) ?? kind

const wordings: Partial<Readonly<Record<FindingCode, Wording>>> = {
  FORMAT_INCONNU: () => fr`Ce qui est là ne dit pas qu'il est un référentiel. Recommencez à partir d'un fichier, d'une copie ou d'une page blanche.`,
  CLE_INCONNUE: (finding) => fr`« ${value(finding)} » n'est pas un champ d'un référentiel. Retirez-le du fichier d'où il vient.`,
  FORME: mustBe,
  CHAMP_MANQUANT: (finding) => {
    const label = labelOfKey(parameter(finding, 'field'), finding.path)
    const why = Object.hasOwn(needs, reasonOf(finding)) ? needs[reasonOf(finding)] : undefined
    return why === undefined ? fr`Il manque « ${label} », qui est obligatoire. Remplissez-le.` : fr`Il manque « ${label} » : ${why}. Remplissez-le.`
  },
  CELLULE_VIDE: (finding) => fr`« ${field(finding)} » est vide. Remplissez-le, ou retirez ce qu'il décrit.`,
  NOMBRE: mustBe,
  OUI_NON: mustBe,
  DATE: mustBe,
  COULEUR: mustBe,
  LIEN: mustBe,
  VERSION_INVALIDE: mustBe,
  TROP_LONG: (finding) =>
    parameter(finding, 'unit') === 'items'
      ? fr`« ${field(finding)} » compte trop d'éléments : ${parameter(finding, 'most')} au plus.`
      : fr`« ${field(finding)} » est trop long : ${parameter(finding, 'most')} caractères au plus. Raccourcissez-le.`,
  TYPE_INCONNU: (finding) => fr`Le type « ${value(finding)} » n'existe pas. Choisissez parmi ${expectedInStudio(finding)}.`,
  VALEUR_INCONNUE: (finding) => fr`« ${field(finding)} » n'admet pas la valeur « ${value(finding)} ». Choisissez parmi ${expectedInStudio(finding)}.`,
  CODE_NOMBRE: (finding) => fr`« ${field(finding)} » attend un texte, et le fichier d'où il vient en a fait un nombre (ici ${value(finding)}). Écrivez-le de nouveau ici.`,
  CODE_INVALIDE: (finding) => fr`Le code « ${value(finding)} » ne peut pas servir. Un code s'écrit avec ${expectedInStudio(finding)}.`,
  DOUBLON: (finding) => (parameter(finding, 'target') === 'order' ? fr`Deux éléments voisins ont la même place. Déplacez l'un des deux dans le plan.` : ''),
  BOUCLE: (finding) => fr`Les éléments se contiennent l'un l'autre : ${parameter(finding, 'through')}. Déplacez l'un d'eux dans le plan.`,
  RACINE: (finding) =>
    reasonOf(finding) === 'none'
      ? fr`Aucun élément n'est au premier niveau. Déplacez l'élément le plus haut vers la gauche du plan.`
      : fr`L'élément « ${value(finding)} » est au premier niveau, alors que les autres du même niveau de plan sont rangés sous un autre. Déplacez-le, si c'est un oubli.`,
  NON_EVALUABLE: (finding) => {
    switch (reasonOf(finding)) {
      case 'empty':
        return fr`On répond aux éléments de ce niveau de plan, mais ni « ${value(finding)} » ni ce qu'il contient n'a d'échelle ou de question. Choisissez une échelle, ou ajoutez une question.`
      case 'rating':
        return fr`L'élément « ${value(finding)} » a une échelle, mais on ne répond pas aux éléments de son niveau de plan. Cochez « ${labelOfKey('assessable')} » pour ce niveau dans « Niveaux de plan », ou retirez l'échelle.`
      default:
        return fr`L'élément « ${value(finding)} » pose des questions, mais on ne répond pas aux éléments de son niveau de plan : elles ne donneront pas de score, sauf règle de calcul. Cochez « ${labelOfKey('assessable')} » pour ce niveau dans « Niveaux de plan », si c'est un oubli.`
    }
  },
  IMPERATIF_SANS_QUESTION: (finding) =>
    fr`L'élément « ${value(finding)} » est impératif, mais ni lui ni ce qu'il contient n'a de question notée : rien ne dirait s'il est tenu. Choisissez une échelle ou ajoutez une question, ou décochez « ${labelOfKey('imperative', ['nodes'])} ».`,
  NIVEAU_INCONNU: (finding) => {
    const scales = parameter(finding, 'scales')
    return scales === ''
      ? fr`Le niveau « ${value(finding)} » n'est celui d'aucune échelle : cet élément n'en a pas. Choisissez son échelle, ou retirez ce niveau.`
      : fr`Le niveau « ${value(finding)} » n'existe pas dans l'échelle « ${scales} » de cet élément.`
  },
  ECHELLE_SANS_SCORE: (finding) => {
    const from = parameter(finding, 'from')
    const scored = labelOfKey('scored', ['questions'])
    switch (reasonOf(finding)) {
      case 'scale':
        return fr`L'échelle « ${from} » n'a aucun niveau avec un score : cette réponse ne peut pas être notée. Donnez un score à ses niveaux.`
      case 'list':
        return fr`La liste « ${from} » n'a aucun choix avec un score : cette réponse ne peut pas être notée. Donnez un score à ses choix, ou changez « ${scored} ».`
      default:
        return fr`Une question de ce type ne peut pas être notée. Changez « ${scored} ».`
    }
  },
  BORNES: (finding) =>
    reasonOf(finding) === 'equal'
      ? fr`Les deux bornes de « ${field(finding)} » sont égales : il n'y a rien entre elles. Écartez-les.`
      : fr`« ${labelOfKey(parameter(finding, 'low'), finding.path)} » (${parameter(finding, 'least')}) dépasse « ${labelOfKey(parameter(finding, 'high'), finding.path)} » (${parameter(finding, 'most')}). Échangez ou corrigez les deux valeurs.`,
  LANGUE: (finding) =>
    reasonOf(finding) === 'default'
      ? fr`La langue principale « ${value(finding)} » n'est pas parmi les langues. Ajoutez-la, ou changez-la.`
      : fr`« ${value(finding)} » n'est pas un code de langue. Écrivez-le comme fr, en ou pt-BR.`,
  LANGUE_INCONNUE: (finding) => fr`Ce texte est écrit en « ${value(finding)} », qui n'est pas parmi les langues. Ajoutez cette langue dans « Identité », ou retirez le texte.`,
  MIGRATION: (finding) => {
    switch (reasonOf(finding)) {
      case 'range':
        return fr`« ${value(finding)} » n'est ni une version ni un intervalle de versions. Écrivez par exemple 1.0.0, 1.x ou >=1.0.0 <2.0.0.`
      case 'twice':
        return fr`L'ancien code « ${value(finding)} » a déjà une destination. Pour le répartir, gardez une seule ligne « ${kindOf('split')} » avec tous ses nouveaux codes.`
      case 'none-expected':
        return fr`Ce qui est « ${kindOf('removed')} » n'a pas de destination. Videz « ${labelOfKey('to', ['migrations'])} », ou changez ce que l'élément devient.`
      case 'one-expected':
        return fr`Ce qui est « ${kindOf(parameter(finding, 'kind'))} » mène à un seul nouveau code. Gardez-en un, ou passez à « ${kindOf('split')} ».`
      case 'several-expected':
        return fr`Ce qui est « ${kindOf('split')} » mène à deux nouveaux codes ou plus. Complétez-les, ou passez à « ${kindOf('renamed')} ».`
      case 'value-unknown':
        return fr`La valeur « ${value(finding)} » n'existe dans aucune échelle ou liste de la destination.`
      default:
        return fr`Le nouveau code « ${value(finding)} » n'est celui d'aucun élément et d'aucune question.`
    }
  },
  MIGRATION_INCOMPLETE: (finding) => {
    switch (reasonOf(finding)) {
      case 'value-map':
        return fr`L'échelle de « ${value(finding)} » change, mais rien ne dit ce que deviennent les anciens niveaux. Remplissez « ${labelOfKey('valueMap', ['migrations'])} ».`
      case 'alone':
        return fr`« ${value(finding)} » est réuni à d'autres, mais rien d'autre ne rejoint la même destination. Ajoutez les autres anciens codes, ou passez à « ${kindOf('renamed')} ».`
      default:
        return fr`L'ancien code « ${value(finding)} » n'a plus de place dans cette version. Dites ce qu'il devient dans « Passage de version ».`
    }
  },
  IDENTIFIANT_MODELE: (finding) =>
    fr`L'identifiant « ${value(finding)} » est celui du modèle : d'autres l'auront aussi. Il ne change pas ici : donnez le sien à ce référentiel dans le fichier d'où il vient, et importez-le de nouveau.`,
  DROITS_MANQUANTS: (finding) =>
    reasonOf(finding) === 'origin'
      ? fr`Rien ne dit d'où viennent les textes. Remplissez « ${labelOfKey('textOrigin')} » dans « Droits et sources ».`
      : fr`Rien ne dit qui détient les droits sur ces textes. Remplissez « ${labelOfKey('licence')} », « ${labelOfKey('attribution')} » et « ${labelOfKey('textOrigin')} » dans « Droits et sources ».`,
  TEXTE_TIERS: (finding) =>
    reasonOf(finding) === 'unattributed'
      ? fr`Ces textes appartiennent à un tiers (${inSentence(choices.get(value(finding)) ?? value(finding))}) et rien ne le crédite. Remplissez « ${labelOfKey('attribution')} », et vérifiez que la licence permet cet usage.`
      : fr`Ces textes appartiennent à un tiers (${inSentence(choices.get(value(finding)) ?? value(finding))}). Vérifiez que la licence permet de les montrer à toutes les organisations qui verront ce référentiel.`,
}

/** What one may have meant, by the name that the studio gives it. */
export const suggestionInStudio = ({ code, suggestion = '', path }: Finding): string => {
  if (code === 'CLE_INCONNUE') return labelOfKey(suggestion, path)
  return code === 'TYPE_INCONNU' || code === 'VALEUR_INCONNUE' ? (choices.get(suggestion) ?? suggestion) : suggestion
}

/** The sentence of a finding in a draft, where the studio says it otherwise than a file. */
export const studioWording = (finding: Finding): string | undefined => wordings[finding.code]?.(finding) || undefined
