import type { Rule } from 'eslint'

import { childOf, childrenOf, kindOf, lastNameOf, type SyntaxNode, textOf, typeNameOf } from './syntax.ts'

const connectionTypes = new Set(['Pool', 'BoundPool', 'Client', 'ClientBase', 'PoolClient', 'PoolBase'])
const statement = /^\s*(select|insert|update|delete|with|create|alter|drop|truncate|listen|notify|begin|set)\b/i

const startOf = (argument: SyntaxNode | undefined): string => {
  if (argument === undefined) return ''
  if (kindOf(argument) === 'TemplateLiteral') {
    const [first] = childrenOf(argument, 'quasis')
    const value: unknown = first === undefined ? undefined : Reflect.get(first, 'value')
    return typeof value === 'object' && value !== null && 'raw' in value ? String(value.raw) : ''
  }
  if (kindOf(argument) === 'ObjectExpression') {
    const text = childrenOf(argument, 'properties').find((property) => textOf(childOf(property, 'key'), 'name') === 'text')
    return startOf(text && childOf(text, 'value'))
  }
  return textOf(argument, 'value') ?? ''
}

/**
 * SQL stands in the queries files, in migrations and in what runs the database (design.md §2): there it is
 * read together with the scope that limits it. Where this applies is said in eslint.config.js.
 */
export const sqlInQueries: Rule.RuleModule = {
  meta: {
    type: 'problem',
    schema: [],
    messages: { elsewhere: 'SQL belongs in a *.queries.ts file (scope first), in migrations or in src/server/database.' },
  },
  create(context) {
    return {
      TaggedTemplateExpression(node) {
        if (lastNameOf(childOf(node, 'tag')) === 'sql') context.report({ node, messageId: 'elsewhere' })
      },
      CallExpression(node) {
        const { callee } = node
        if (callee.type !== 'MemberExpression') return
        const method = textOf(callee.property, 'name')
        const object = childOf(callee, 'object')
        if (object === undefined) return
        if (method === 'raw' && lastNameOf(object) === 'sql') context.report({ node, messageId: 'elsewhere' })
        if (method !== 'query' && method !== 'execute') return
        const typeName = typeNameOf(context, object)
        const [argument] = childrenOf(node, 'arguments')
        const isConnection = method === 'query' && typeName !== undefined && connectionTypes.has(typeName)
        if (isConnection || statement.test(startOf(argument))) context.report({ node, messageId: 'elsewhere' })
      },
    }
  },
}
