import type { Finding } from '../engine/findings/finding.ts'
import { fr } from './typography.ts'

const parameter = ({ parameters }: Finding, name: string): string => String(parameters?.[name] ?? '')
const value = (finding: Finding): string => String(finding.value ?? '')

/** What is said of the way from an older version. */
export const migrationTexts = {
  MIGRATION: (finding: Finding) => {
    switch (parameter(finding, 'reason')) {
      case 'range':
        return fr`« ${value(finding)} » n'est ni une version ni un intervalle de versions. Écrivez par exemple 1.0.0, 1.x ou >=1.0.0 <2.0.0.`
      case 'twice':
        return fr`L'ancien code « ${value(finding)} » a déjà une destination dans cette migration. Pour le répartir, gardez une seule ligne « split » avec tous ses nouveaux codes.`
      case 'none-expected':
        return fr`Un élément supprimé (« removed ») n'a pas de destination. Retirez « to », ou changez « kind ».`
      case 'one-expected':
        return fr`Une migration « ${parameter(finding, 'kind')} » mène à un seul nouveau code. Gardez-en un, ou passez à « split ».`
      case 'several-expected':
        return fr`Une migration « split » mène à deux nouveaux codes ou plus. Complétez « to », ou passez à « renamed ».`
      case 'value-unknown':
        return fr`La valeur « ${value(finding)} » n'existe dans aucune échelle ou liste de la destination.`
      default:
        return fr`Le nouveau code « ${value(finding)} » n'est celui d'aucun élément et d'aucune question.`
    }
  },
  MIGRATION_INCOMPLETE: (finding: Finding) => {
    switch (parameter(finding, 'reason')) {
      case 'value-map':
        return fr`L'échelle de « ${value(finding)} » change, mais rien ne dit ce que deviennent les anciennes valeurs. Ajoutez « valueMap ».`
      case 'alone':
        return fr`« ${value(finding)} » est fusionné, mais rien d'autre ne rejoint la même destination. Ajoutez les autres anciens codes, ou passez à « renamed ».`
      default:
        return fr`L'ancien code « ${value(finding)} » n'a plus de place dans cette version. Dites ce qu'il devient dans « migrations », ou marquez-le « removed ».`
    }
  },
}
