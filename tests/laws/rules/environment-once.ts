import type { Rule } from 'eslint'

import { childOf, kindOf, lastNameOf, propertyOf, textOf } from './syntax.ts'

/**
 * The environment is read and checked once, in `src/server/environment.ts` (style.md §3, Configuration):
 * a value read elsewhere would be neither described nor checked at start.
 */
export const environmentOnce: Rule.RuleModule = {
  meta: {
    type: 'problem',
    schema: [],
    messages: { elsewhere: 'Only src/server/environment.ts reads the environment: describe the variable there.' },
  },
  create(context) {
    return {
      MemberExpression(node) {
        if (lastNameOf(node) !== 'env') return
        const object = childOf(node, 'object')
        const isMeta = object !== undefined && kindOf(object) === 'MetaProperty'
        if (isMeta || lastNameOf(object) === 'process') context.report({ node, messageId: 'elsewhere' })
      },
      VariableDeclarator(node) {
        if (lastNameOf(childOf(node, 'init')) !== 'process' || node.id.type !== 'ObjectPattern') return
        if (propertyOf({ ...node.id, parent: node }, 'env')) context.report({ node, messageId: 'elsewhere' })
      },
      ImportSpecifier(node) {
        const source = textOf(childOf(node.parent, 'source'), 'value')
        const isProcess = source === 'process' || source === 'node:process'
        if (isProcess && textOf(node.imported, 'name') === 'env') context.report({ node, messageId: 'elsewhere' })
      },
    }
  },
}
