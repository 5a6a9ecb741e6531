import type { Finding } from '../engine/findings/finding.ts'
import { codeOwners } from './code-owners.ts'
import { expressionTexts } from './expression-texts.ts'
import { fieldOf } from './field-texts.ts'
import { migrationTexts } from './migration-texts.ts'
import { fr } from './typography.ts'

const parameter = ({ parameters }: Finding, name: string): string => String(parameters?.[name] ?? '')
const value = (finding: Finding): string => String(finding.value ?? '')

/** What a name stands for, by `parameters.target`: with its article, as a sentence begins. */
const nouns: Readonly<Record<string, string>> = {
  parent: 'L’élément parent',
  node: 'L’élément',
  kind: 'Le type d’élément',
  scale: 'L’échelle',
  list: 'La liste',
  profileField: 'Le champ de profil',
  option: 'L’option',
  column: 'La colonne',
  axis: 'L’axe',
  rules: 'La version de calcul',
  tag: 'L’étiquette',
  question: 'La question',
  table: 'La question de type tableau',
}

const wordOf = (words: Readonly<Record<string, string>>, name: string): string | undefined =>
  Object.hasOwn(words, name) ? words[name] : undefined

const line = (finding: Finding): string => (finding.parameters?.['line'] === undefined ? '' : fr`, ligne ${parameter(finding, 'line')}`)

const totals: Readonly<Record<string, string>> = { count: 'éléments', imperative: 'impératifs', questions: 'questions' }

/** What is said of fields that do not go together. */
export const meaningTexts = {
  DOUBLON: (finding: Finding) => {
    if (parameter(finding, 'target') === 'order') {
      return fr`La place ${value(finding)} est déjà celle d'un élément voisin${line(finding)}. Donnez une autre valeur à « order », ou retirez-la.`
    }
    const owner = wordOf(codeOwners, parameter(finding, 'target'))
    return owner === undefined
      ? fr`« ${value(finding)} » est déjà écrit dans cette liste${line(finding)}. Gardez-le une seule fois.`
      : fr`Le code « ${value(finding)} » est déjà celui d'${owner}${line(finding)}. Donnez un autre code, ou supprimez l'un des deux.`
  },
  REF_INCONNUE: (finding: Finding) => {
    const noun = wordOf(nouns, parameter(finding, 'target')) ?? 'L’élément'
    const list = parameter(finding, 'list')
    const where = list === '' ? '' : fr` dans la liste « ${list} »`
    const missing = fr`${noun} « ${value(finding)} » n'existe pas${where}.`
    return finding.suggestion === undefined ? fr`${missing} Corrigez ce code, ou ajoutez ce qu'il désigne.` : missing
  },
  BOUCLE: (finding: Finding) =>
    fr`Les éléments se contiennent l'un l'autre : ${parameter(finding, 'through')}. Changez le « parent » de l'un d'eux.`,
  RACINE: (finding: Finding) =>
    parameter(finding, 'reason') === 'none'
      ? fr`Aucun élément n'est au premier niveau : tous ont un « parent ». Retirez celui de l'élément le plus haut.`
      : fr`L'élément « ${value(finding)} » n'a pas de « parent », alors que les autres éléments du type « ${parameter(finding, 'kind')} » en ont un. Ajoutez-le, si c'est un oubli.`,
  ORPHELIN: (finding: Finding) =>
    fr`L'élément « ${value(finding)} » dépend d'éléments qui se contiennent l'un l'autre (${parameter(finding, 'through')}) : il ne serait affiché nulle part. Corrigez d'abord cette boucle.`,
  NON_EVALUABLE: (finding: Finding) => {
    const kind = parameter(finding, 'kind')
    switch (parameter(finding, 'reason')) {
      case 'empty':
        return fr`L'élément « ${value(finding)} » devrait être évalué (type « ${kind} »), mais ni lui ni ce qu'il contient n'a de question. Ajoutez « rating » ou « questions ».`
      case 'rating':
        return fr`L'élément « ${value(finding)} » est noté, mais le type « ${kind} » n'est pas évaluable. Ajoutez « assessable: true » à ce type, ou retirez « rating ».`
      default:
        return fr`L'élément « ${value(finding)} » pose des questions, mais le type « ${kind} » n'est pas évaluable : elles ne donneront pas de score, sauf règle de calcul. Ajoutez « assessable: true » à ce type, si c'est un oubli.`
    }
  },
  IMPERATIF_SANS_QUESTION: (finding: Finding) =>
    fr`L'élément « ${value(finding)} » est impératif, mais ni lui ni ce qu'il contient n'a de question notée : rien ne dirait s'il est tenu. Ajoutez une question, ou retirez « imperative ».`,
  NIVEAU_INCONNU: (finding: Finding) => {
    const scales = parameter(finding, 'scales')
    return scales === ''
      ? fr`Le niveau « ${value(finding)} » n'est celui d'aucune échelle : cet élément ne se répond avec aucune. Ajoutez « rating », ou retirez ce niveau.`
      : fr`Le niveau « ${value(finding)} » n'existe pas dans l'échelle « ${scales} » de cet élément.`
  },
  ECHELLE_SANS_SCORE: (finding: Finding) => {
    switch (parameter(finding, 'reason')) {
      case 'scale':
        return fr`L'échelle « ${parameter(finding, 'from')} » n'a aucune valeur avec un score : cette réponse ne peut pas être notée. Donnez un « score » à ses valeurs.`
      case 'list':
        return fr`La liste « ${parameter(finding, 'from')} » n'a aucune option avec un score : cette réponse ne peut pas être notée. Donnez un « score » à ses options, ou retirez « scored ».`
      default:
        return fr`Une question de type « ${parameter(finding, 'from')} » ne peut pas être notée. Retirez « scored ».`
    }
  },
  BORNES: (finding: Finding) =>
    parameter(finding, 'reason') === 'equal'
      ? fr`Les deux bornes de « ${fieldOf(finding)} » sont égales : il n'y a rien entre elles. Écartez-les.`
      : fr`« ${parameter(finding, 'low')} » (${parameter(finding, 'least')}) dépasse « ${parameter(finding, 'high')} » (${parameter(finding, 'most')}). Échangez ou corrigez les deux valeurs.`,
  ...expressionTexts,
  LANGUE: (finding: Finding) =>
    parameter(finding, 'reason') === 'default'
      ? fr`La langue par défaut « ${value(finding)} » n'est pas dans « locales ». Ajoutez-la à cette liste, ou changez-la.`
      : fr`« ${value(finding)} » n'est pas un code de langue. Écrivez-le comme fr, en ou pt-BR.`,
  LANGUE_INCONNUE: (finding: Finding) =>
    fr`Ce texte est écrit en « ${value(finding)} », que « locales » ne déclare pas. Ajoutez cette langue à « locales », ou retirez le texte.`,
  TRADUCTION_MANQUANTE: (finding: Finding) =>
    fr`Ce texte n'est pas écrit dans toutes les langues déclarées. Il manque : ${parameter(finding, 'locales')}.`,
  TOTAL_INATTENDU: (finding: Finding) =>
    fr`Le total des ${wordOf(totals, parameter(finding, 'what')) ?? 'éléments'} du type « ${parameter(finding, 'kind')} » ne tombe pas juste : ${parameter(finding, 'announced')} annoncés, ${parameter(finding, 'read')} lus. Cherchez ce qui manque ou ce qui est en trop, ou corrigez le total.`,
  ...migrationTexts,
  DROITS_MANQUANTS: (finding: Finding) =>
    parameter(finding, 'reason') === 'origin'
      ? fr`Le bloc « rights » ne dit pas d'où viennent les textes. Ajoutez « textOrigin » : own, licensed, public-domain ou customer-supplied.`
      : fr`Rien ne dit qui détient les droits sur ces textes. Ajoutez un bloc « rights » avec « licence », « attribution » et « textOrigin ».`,
  TEXTE_TIERS: (finding: Finding) =>
    parameter(finding, 'reason') === 'unattributed'
      ? fr`Ces textes appartiennent à un tiers (« ${value(finding)} ») et rien ne le crédite. Ajoutez « attribution », et vérifiez que la licence permet cet usage.`
      : fr`Ces textes appartiennent à un tiers (« ${value(finding)} »). Vérifiez que la licence permet de les montrer à toutes les organisations qui verront ce référentiel.`,
  IDENTIFIANT_MODELE: (finding: Finding) =>
    fr`L'identifiant « ${value(finding)} » est celui du modèle : d'autres l'auront aussi. Donnez le sien à ce référentiel, il ne change plus une fois publié.`,
  CONTRASTE: (finding: Finding) =>
    fr`La couleur ${value(finding)} se distingue mal du blanc (contraste de ${parameter(finding, 'ratio')}, il en faut 3) : ce niveau serait illisible dans les exports. Prenez une teinte plus foncée.`,
}
