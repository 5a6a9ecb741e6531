import type { Finding } from '../engine/findings/finding.ts'
import { expressionReason } from './expression-reasons.ts'
import { fr } from './typography.ts'

const parameter = ({ parameters }: Finding, name: string): string => String(parameters?.[name] ?? '')

/** What is said of conditions and formulas. */
export const expressionTexts = {
  EXPRESSION: (finding: Finding) =>
    expressionReason(parameter(finding, 'reason'), { at: finding.at ?? 0, found: parameter(finding, 'found') }),
  EXPRESSION_REF: (finding: Finding) =>
    finding.suggestion === undefined
      ? fr`« ${String(finding.value ?? '')} » ne désigne rien dans ce référentiel. Corrigez ce nom, ou ajoutez ce qu'il désigne.`
      : fr`« ${String(finding.value ?? '')} » ne désigne rien dans ce référentiel.`,
  FONCTION_INCONNUE: (finding: Finding) =>
    fr`La fonction « ${String(finding.value ?? '')} » n'existe pas. Choisissez parmi somme, moyenne, min, max, nombre, répondu, si et arrondi.`,
  CYCLE_CALCUL: (finding: Finding) =>
    fr`Ce calcul dépend de son propre résultat : ${parameter(finding, 'through')}. Retirez l'une de ces références.`,
}
