import type { Compiled } from '../engine/compile/compiled.ts'
import type { Applicability, ApplicabilityReason } from '../engine/evaluate/evaluation.ts'
import type { Explanation, ExplanationTerm, TermReason } from '../engine/evaluate/explain.ts'
import { choiceOf, fr, quotedList } from './typography.ts'

type Names = Pick<Compiled, 'nodeByCode' | 'questionByCode' | 'profileFields'>

const methods: Readonly<Record<NonNullable<Explanation['method']>, string>> = {
  weightedMean: 'Moyenne',
  median: 'Médiane',
  min: 'La plus basse',
  max: 'La plus haute',
  sum: 'Somme',
  none: 'Aucun calcul',
}

const reasons: Readonly<Record<TermReason, string>> = {
  notApplicable: 'ne s’applique pas',
  notConcerned: 'déclaré non concerné',
  refused: 'réponse refusée',
  unanswered: 'sans réponse',
  withoutScore: 'réponse qui ne compte pas dans le calcul',
  nothingScored: 'rien de noté',
  withoutWeight: 'affiché sans compter',
}

const roundings = { 'half-up': 'au plus proche', up: 'au-dessus', down: 'au-dessous' } as const

const number = new Intl.NumberFormat('fr-FR', { maximumFractionDigits: 2 })

const exactNumber = new Intl.NumberFormat('fr-FR', { maximumFractionDigits: 4 })

/** A score as it is shown: at most two decimals, halves up; a dash where there is none. */
export const scoreText = (score: number | null): string => (score === null ? '—' : number.format(score))

const labelOf = ({ code, of }: ExplanationTerm, { nodeByCode, questionByCode }: Names): string => {
  if (of === 'question') return questionByCode.get(code)?.prompt ?? code
  const node = nodeByCode.get(code)
  if (node === undefined) return code
  return node.number === null ? node.title : `${node.number} ${node.title}`
}

const termText = (term: ExplanationTerm, names: Names): string => {
  const label = labelOf(term, names)
  if (term.why !== undefined) return fr`${label} : ${reasons[term.why]}`
  const weight = term.weight === 1 ? '' : fr`, compte ${exactNumber.format(term.weight)} fois`
  return fr`${label} : ${scoreText(term.value)}${weight}`
}

const summaryText = ({ method, terms, rounded, value }: Explanation): string => {
  if (method === null || method === 'none') return fr`Ce niveau n'a pas de score.`
  const counted = terms.filter((term) => term.counted).length
  if (value === null) return fr`Aucun score : rien de ce qui compte ici n'est encore noté.`
  const scores = counted === 1 ? 'd’un score' : `de ${counted} scores`
  if (rounded === undefined) return fr`${methods[method]} ${scores} : ${scoreText(value)}`
  const decimals = rounded.decimals === 0 ? 'à l’entier' : `à ${rounded.decimals} décimale${rounded.decimals > 1 ? 's' : ''}`
  return fr`${methods[method]} ${scores} : ${exactNumber.format(rounded.exact)}, arrondi ${decimals} ${roundings[rounded.mode]}, soit ${scoreText(value)}`
}

/** How a score came to be, for whoever reads it: one sentence, then one line per term. */
export const explanationText = (explanation: Explanation, names: Names) => ({
  summary: summaryText(explanation),
  terms: explanation.terms.map((term) => termText(term, names)),
})

const optionLabels = (field: string, codes: readonly string[], { profileFields }: Names): readonly string[] => {
  const labels = new Map(profileFields.find(({ code }) => code === field)?.options.map(({ code, label }) => [code, label]))
  return codes.map((code) => labels.get(code) ?? code)
}

const nodeName = (code: string, { nodeByCode }: Names): string => {
  const node = nodeByCode.get(code)
  return node === undefined ? code : [node.number, node.title].filter((part) => part !== null).join(' ')
}

/** Why a node doesn't apply, or isn't known to. */
export const reasonText = (
  reason: ApplicabilityReason,
  names: Names,
  applicability: Applicability = 'doesNotApply',
): string => {
  const isUnknown = applicability === 'unknown'
  switch (reason.code) {
    case 'profile': {
      const label = names.profileFields.find(({ code }) => code === reason.field)?.label ?? reason.field
      const expected = choiceOf(optionLabels(reason.field, reason.expected, names))
      const found = quotedList(optionLabels(reason.field, reason.found, names))
      return reason.found.length === 0
        ? fr`Le champ « ${label} » du profil n'est pas rempli : ceci demande ${expected}.`
        : fr`Le champ « ${label} » du profil est ${found} : ceci demande ${expected}.`
    }
    case 'condition': {
      const name = nodeName(reason.node, names)
      return isUnknown
        ? fr`Il manque une réponse ou un champ du profil pour savoir si « ${name} » s'applique.`
        : fr`Les réponses et le profil ne remplissent pas la condition de « ${name} ».`
    }
    case 'parent': {
      const name = nodeName(reason.node, names)
      return isUnknown
        ? fr`« ${name} », dont ceci fait partie, s'applique peut-être : on ne le sait pas encore.`
        : fr`« ${name} », dont ceci fait partie, ne s'applique pas.`
    }
    case 'children':
      return isUnknown ? fr`On ne sait pas encore si ce que ceci contient s'applique.` : fr`Rien de ce que ceci contient ne s'applique.`
  }
}
