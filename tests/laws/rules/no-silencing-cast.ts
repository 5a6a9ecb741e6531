import type { Rule } from 'eslint'

import { childOf, kindOf, type SyntaxNode } from './syntax.ts'

const silencing = new Set(['TSAnyKeyword', 'TSNeverKeyword', 'TSUnknownKeyword'])

/**
 * A cast through `any`, `unknown` or `never` switches the type checker off exactly where it objected
 * (style.md §3, Functions). Data from outside passes zod; the rest is narrowed by a check.
 */
export const noSilencingCast: Rule.RuleModule = {
  meta: {
    type: 'problem',
    schema: [],
    messages: { silences: 'This cast silences the type checker: parse the value with zod or narrow it by a check.' },
  },
  create(context) {
    const check = (node: SyntaxNode) => {
      const target = kindOf(childOf(node, 'typeAnnotation'))
      const isChained = /^TS(As|TypeAssertion)/.test(kindOf(node.parent))
      const silences = target === 'TSUnknownKeyword' ? isChained : silencing.has(target)
      if (silences) context.report({ node, messageId: 'silences' })
    }
    return { TSAsExpression: check, TSTypeAssertion: check }
  },
}
