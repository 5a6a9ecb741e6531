import { matchesGlob, relative, sep } from 'node:path'

import type { Rule } from 'eslint'
import { z } from 'zod'

import { childOf, childrenOf, kindOf, lastNameOf, propertyOf, type SyntaxNode, textOf, typeNameOf } from './syntax.ts'

/** Payload's Local API: every operation that takes `overrideAccess`, which is true when it is left out. */
const operations = new Set([
  'count', 'countGlobalVersions', 'countVersions', 'create', 'delete', 'duplicate', 'find', 'findByID',
  'findDistinct', 'findGlobal', 'findGlobalVersionByID', 'findGlobalVersions', 'findVersionByID', 'findVersions',
  'forgotPassword', 'login', 'resetPassword', 'restoreGlobalVersion', 'restoreVersion', 'unlock', 'update',
  'updateGlobal',
])

/** The adapter's own operations, which know neither access rules nor hooks. */
const adapterOperations = new Set([
  'count', 'create', 'createMany', 'deleteMany', 'deleteOne', 'find', 'findDistinct', 'findOne', 'insertMany',
  'updateJobs', 'updateMany', 'updateOne', 'upsert',
])

const systemModule = z.object({ files: z.string(), withoutRequest: z.literal(true).optional() })

const isAnonymous = (name: string | undefined) => name === undefined || name.startsWith('__')

const isPayload = (context: Rule.RuleContext, node: SyntaxNode): boolean => {
  const typeName = typeNameOf(context, node)
  if (typeName === 'BasePayload' || typeName === 'Payload') return true
  if (!isAnonymous(typeName)) return false
  return /payload$/i.test(lastNameOf(node) ?? '')
}

const isAdapter = (context: Rule.RuleContext, node: SyntaxNode): boolean => {
  const object = childOf(node, 'object')
  return lastNameOf(node) === 'db' && object !== undefined && isPayload(context, object)
}

/**
 * The Local API skips access control when a call does not say otherwise, and leaves the transaction when it
 * is not given `req` (design.md §2, stack.md §1 fact 4 and §7): each call states both. Only the system
 * modules, listed by name, may act without a user.
 */
export const localApiStatesAccess: Rule.RuleModule = {
  meta: {
    type: 'problem',
    schema: [{ type: 'array', items: { type: 'object' } }],
    messages: {
      options: 'Give the Local API its options as an object literal, so that its access can be read here.',
      unstated: 'State `overrideAccess: false` (with `req`): the Local API skips access control when it is left out.',
      system: 'Only a system module (tests/laws/system-modules.ts) may override access: say `overrideAccess: false`.',
      request: 'Pass `req`, so that the call joins the transaction and knows who asks.',
      adapter: '`payload.db.{{operation}}` skips access and hooks: use a *.queries.ts file or a system module.',
      detached: 'Call `{{operation}}` on payload itself, so that its access can be read at the call.',
    },
  },
  create(context) {
    const file = relative(context.cwd, context.filename).split(sep).join('/')
    const [listed] = z.tuple([z.array(systemModule)]).parse(context.options)
    const system = listed.find(({ files }) => matchesGlob(file, files))

    const checkOptions = (call: SyntaxNode) => {
      const [options] = childrenOf(call, 'arguments')
      if (options === undefined || kindOf(options) !== 'ObjectExpression') {
        context.report({ node: call, messageId: 'options' })
        return
      }
      const stated = propertyOf(options, 'overrideAccess')
      const value = stated && childOf(stated, 'value')
      const isFalse = value?.type === 'Literal' && value.value === false
      if (!isFalse && system === undefined) {
        context.report({ node: stated ?? call, messageId: stated ? 'system' : 'unstated' })
      }
      if (propertyOf(options, 'req') === undefined && system?.withoutRequest !== true) {
        context.report({ node: call, messageId: 'request' })
      }
    }

    return {
      CallExpression(node) {
        const { callee } = node
        if (callee.type !== 'MemberExpression') return
        const operation = lastNameOf({ ...callee, parent: node })
        const object = childOf(callee, 'object')
        if (operation === undefined || object === undefined) return
        if (adapterOperations.has(operation) && isAdapter(context, object)) {
          if (system === undefined && !file.endsWith('.queries.ts')) {
            context.report({ node, messageId: 'adapter', data: { operation } })
          }
          return
        }
        if (operations.has(operation) && isPayload(context, object)) checkOptions(node)
      },
      VariableDeclarator(node) {
        const init = childOf(node, 'init')
        if (node.id.type !== 'ObjectPattern' || init === undefined || !isPayload(context, init)) return
        for (const property of node.id.properties) {
          const operation = property.type === 'Property' ? textOf(property.key, 'name') : undefined
          if (operation !== undefined && operations.has(operation)) {
            context.report({ node, messageId: 'detached', data: { operation } })
          }
        }
      },
    }
  },
}
