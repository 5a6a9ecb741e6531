import type { Compiled } from '#plugins/referentiels/engine/compile/compiled.ts'
import type { Evaluation } from '#plugins/referentiels/engine/evaluate/evaluation.ts'
import { diagnosticTexts } from '#texts/diagnostic.ts'

const texts = diagnosticTexts.reason

/** Why a node doesn't apply or isn't known to, in words; null where it applies. */
export const reasonSentence = (compiled: Compiled, evaluation: Evaluation, node: string): string | null => {
  const reason = evaluation.reasonOf(node)
  const isUnknown = evaluation.applicabilityOf(node) === 'unknown'
  switch (reason?.code) {
    case undefined:
      return null
    case 'profile': {
      const field = compiled.profileFields.find(({ code }) => code === reason.field)
      const label = field?.label ?? reason.field
      if (isUnknown) return texts.unknownProfile(label)
      const words = reason.expected.map((code) => field?.options.find((option) => option.code === code)?.label ?? code)
      return texts.profile(label, words)
    }
    case 'condition':
      return isUnknown ? texts.unknownCondition : texts.condition
    case 'parent':
      return reasonSentence(compiled, evaluation, reason.node)
    case 'children':
      return isUnknown ? texts.unknownCondition : texts.children
  }
}
