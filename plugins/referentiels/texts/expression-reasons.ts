import type { Expected } from '../engine/conditions/expression-error.ts'
import type { TypeProblem } from '../engine/conditions/type-problems.ts'
import { fr } from './typography.ts'

type Reason = Expected | TypeProblem['expected']

type ReasonText = (found: string) => string

/** « x » n’a pas sa place ici, or that the text ends too soon. */
const instead = (found: string, wanted: string): string =>
  found === '' ? fr`il manque ${wanted}` : fr`« ${found} » n'est pas attendu : il manque ${wanted}`

/** What a condition or formula lacks, as the rest of « Au caractère 12, … ». */
const reasons: Readonly<Record<Reason, ReasonText>> = {
  operand: (found) => instead(found, fr`une valeur, une référence (profil., réponse., score., nœud.) ou une fonction`),
  operator: (found) => instead(found, fr`un opérateur (et, ou, =, dans, recoupe, +…), ou la fin`),
  number: (found) =>
    fr`« ${found} » n'est pas un nombre de 15 chiffres au plus de chaque côté de la virgule. Un code s'écrit entre guillemets`,
  literal: (found) => instead(found, fr`un nombre ou un texte entre guillemets`),
  code: (found) => instead(found, fr`un code après le point : lettres sans accent, chiffres et . _ -`),
  separator: () => fr`une virgule sépare deux valeurs alors que les autres sont séparées par des points-virgules`,
  'closing-quote': () => fr`ce guillemet n'est pas refermé`,
  'closing-parenthesis': (found) => instead(found, 'une parenthèse fermante'),
  'closing-bracket': (found) => instead(found, 'un crochet fermant'),
  'opening-parenthesis': (found) => instead(found, 'une parenthèse après le nom de la fonction'),
  arguments: (found) =>
    fr`« ${found} » n'a pas le bon nombre de valeurs : trois pour si, une pour répondu, une ou deux pour arrondi`,
  'one-comparison': () => fr`deux comparaisons se suivent. Reliez-les par « et » : 1 < score.a et score.a < 3`,
  'shorter-text': () => fr`le texte devient trop long : 4 000 caractères au plus, écrit en entier`,
  'less-nesting': () => fr`les parenthèses sont trop emboîtées : 64 niveaux au plus`,
  calculable: (found) => fr`« ${found} » ne se calcule pas : ce n'est pas un nombre`,
  truth: (found) => fr`« ${found} » n'est ni vrai ni faux. Comparez-le avec une valeur`,
  ordered: (found) => fr`« ${found} » n'a pas d'ordre : seuls les nombres et les dates se comparent avec <, <=, > et >=`,
  quotes: (found) => fr`« ${found} » est comparé avec un code, et 1,10 y vaudrait 1,1. Mettez-le entre guillemets`,
  'list-operator': (found) => fr`« ${found} » est une liste, et = la voudrait entière. Employez « recoupe » ou « dans »`,
  'same-type': (found) => fr`« ${found} » ne peut jamais être égal à l'autre côté`,
}

const isReason = (reason: string): reason is Reason => Object.hasOwn(reasons, reason)

/** The sentence of an EXPRESSION finding: where the text stops making sense, and what it lacks there. */
export const expressionReason = (reason: string, { at, found }: { readonly at: number; readonly found: string }): string =>
  isReason(reason)
    ? fr`Au caractère ${at + 1}, ${reasons[reason](found)}.`
    : fr`Cette condition ne peut pas être lue à partir du caractère ${at + 1}. Vérifiez les parenthèses, les guillemets et les opérateurs.`
