import type { Rule } from 'eslint'

import { childOf, childrenOf, kindOf, type SyntaxNode, textOf } from './syntax.ts'

const functions = new Set(['ArrowFunctionExpression', 'FunctionExpression', 'FunctionDeclaration', 'TSDeclareFunction'])

/** The function behind an initialiser, through wrappers such as `cache(async (scope) => …)`. */
const functionIn = (value: SyntaxNode | undefined): SyntaxNode | undefined => {
  if (value === undefined) return undefined
  if (functions.has(kindOf(value))) return value
  if (kindOf(value) === 'CallExpression') return childrenOf(value, 'arguments').map(functionIn).find(Boolean)
  const inner = childOf(value, 'expression')
  return inner && functionIn(inner)
}

const firstParameterOf = (fn: SyntaxNode): string | undefined => {
  const [first] = childrenOf(fn, 'params')
  return first && textOf(first, 'name')
}

/**
 * Every exported query says first for whom it runs (design.md §2): a parameter named `scope`. An exported list
 * or default export would hide that, so queries are exported where they are declared.
 */
export const scopeFirst: Rule.RuleModule = {
  meta: {
    type: 'problem',
    schema: [],
    messages: {
      scope: 'The first parameter of an exported query is `scope`: who asks, for which organisation.',
      list: 'Export queries where they are declared, so that their scope can be read there.',
    },
  },
  create(context) {
    const check = (fn: SyntaxNode | undefined) => {
      if (fn !== undefined && firstParameterOf(fn) !== 'scope') context.report({ node: fn, messageId: 'scope' })
    }
    return {
      ExportNamedDeclaration(node) {
        const declaration = childOf(node, 'declaration')
        if (Reflect.get(node, 'exportKind') === 'type') return
        if (declaration === undefined) {
          context.report({ node, messageId: 'list' })
          return
        }
        if (functions.has(kindOf(declaration))) check(declaration)
        for (const declarator of childrenOf(declaration, 'declarations')) check(functionIn(childOf(declarator, 'init')))
      },
      ExportDefaultDeclaration: (node) => context.report({ node, messageId: 'list' }),
      ExportAllDeclaration: (node) => context.report({ node, messageId: 'list' }),
    }
  },
}
