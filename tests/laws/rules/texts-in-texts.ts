import type { Rule } from 'eslint'

import { childOf, childrenOf, kindOf, type SyntaxNode, textOf } from './syntax.ts'

/** Attributes whose value a person reads or hears. */
const readAttributes = new Set([
  'alt', 'aria-description', 'aria-label', 'aria-placeholder', 'aria-roledescription', 'aria-valuetext', 'caption',
  'description', 'heading', 'hint', 'label', 'legend', 'placeholder', 'summary', 'text', 'title',
])

const hasWord = (text: string | undefined): boolean => (text?.match(/\p{L}/gu)?.length ?? 0) >= 2

/** The literal texts that an expression may show: through conditions, fallbacks and templates. */
const shownTexts = (node: SyntaxNode | undefined): readonly SyntaxNode[] => {
  if (node === undefined) return []
  switch (kindOf(node)) {
    case 'Literal':
      return hasWord(textOf(node, 'value')) ? [node] : []
    case 'TemplateLiteral':
      return childrenOf(node, 'quasis').filter((quasi) => hasWord(rawOf(quasi)))
    case 'ConditionalExpression':
      return [...shownTexts(childOf(node, 'consequent')), ...shownTexts(childOf(node, 'alternate'))]
    case 'LogicalExpression':
    case 'BinaryExpression': {
      const operator = textOf(node, 'operator')
      const left = operator === '+' || operator === '||' || operator === '??' ? shownTexts(childOf(node, 'left')) : []
      const right = operator === '+' || kindOf(node) === 'LogicalExpression' ? shownTexts(childOf(node, 'right')) : []
      return [...left, ...right]
    }
    case 'TSAsExpression':
    case 'TSSatisfiesExpression':
      return shownTexts(childOf(node, 'expression'))
    default:
      return []
  }
}

const rawOf = (quasi: SyntaxNode): string => {
  const value: unknown = Reflect.get(quasi, 'value')
  return typeof value === 'object' && value !== null && 'raw' in value ? String(value.raw) : ''
}

/**
 * Every French sentence that a user reads is in `src/texts` (design.md §2), where typography is tested and
 * words can be corrected without reading code.
 */
export const textsInTexts: Rule.RuleModule = {
  meta: {
    type: 'problem',
    schema: [],
    messages: { literal: 'Text that a person reads comes from #texts: « {{text}} ».' },
  },
  create(context) {
    const report = (node: SyntaxNode) => {
      const text = context.sourceCode.getText(node).trim().slice(0, 40)
      context.report({ node, messageId: 'literal', data: { text } })
    }
    return {
      JSXText: (node: SyntaxNode) => {
        if (hasWord(textOf(node, 'value'))) report(node)
      },
      JSXExpressionContainer: (node: SyntaxNode) => {
        const expression = childOf(node, 'expression')
        const attribute = kindOf(node.parent) === 'JSXAttribute' ? node.parent : null
        const name = attribute === null ? undefined : textOf(childOf(attribute, 'name'), 'name')
        if (attribute === null || (name !== undefined && readAttributes.has(name))) shownTexts(expression).forEach(report)
      },
      JSXAttribute: (node: SyntaxNode) => {
        const name = textOf(childOf(node, 'name'), 'name')
        const value = childOf(node, 'value')
        if (name === undefined || value === undefined || !readAttributes.has(name)) return
        if (kindOf(value) === 'Literal') shownTexts(value).forEach(report)
      },
    }
  },
}
