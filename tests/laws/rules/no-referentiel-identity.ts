import type { Rule } from 'eslint'

import { kindOf, textOf } from './syntax.ts'

/** Shipped référentiels by their words, each a sequence of lower-case parts. */
const identities = [['rsei'], ['essms'], ['ess', 'complet'], ['iso26000'], ['iso', '26000']] as const

/** `essCompletV2`, `ess-complet`, `ESS_COMPLET` and « l’ESS complet » all give `ess`, `complet`. */
const partsOf = (text: string): readonly string[] =>
  text
    .replace(/RSEi/g, 'rsei')
    .replace(/([a-z0-9])([A-Z])/g, '$1 $2')
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter((part) => part !== '')

/** The référentiel that a text or an identifier names, or undefined. */
export const identityIn = (text: string): string | undefined => {
  const parts = partsOf(text)
  const found = identities.find((identity) =>
    parts.some((_, start) => identity.every((word, offset) => parts[start + offset] === word)),
  )
  return found?.join('-')
}

/**
 * No screen, rule or table knows a référentiel by name (design.md §1 and §2): adding one is a folder of data.
 */
export const noReferentielIdentity: Rule.RuleModule = {
  meta: {
    type: 'problem',
    schema: [],
    messages: {
      named: '« {{identity}} » is a référentiel: code must not know one. Take it from the document or from demo/.',
    },
  },
  create(context) {
    const check = (node: Rule.Node, text: string | undefined) => {
      const identity = text === undefined ? undefined : identityIn(text)
      if (identity !== undefined) context.report({ node, messageId: 'named', data: { identity } })
    }
    return {
      Program(node) {
        const name = context.filename.split(/[\\/]/).at(-1) ?? ''
        const identity = identityIn(name)
        if (identity !== undefined) context.report({ node, messageId: 'named', data: { identity } })
      },
      Identifier: (node: Rule.Node) => check(node, textOf(node, 'name')),
      PrivateIdentifier: (node: Rule.Node) => check(node, textOf(node, 'name')),
      JSXIdentifier: (node: Rule.Node) => check(node, textOf(node, 'name')),
      JSXText: (node: Rule.Node) => check(node, textOf(node, 'value')),
      Literal: (node: Rule.Node) => check(node, textOf(node, 'value')),
      TemplateElement: (node: Rule.Node) =>
        check(node, kindOf(node) === 'TemplateElement' ? context.sourceCode.getText(node) : undefined),
    }
  },
}
