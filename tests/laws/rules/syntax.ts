import type { Rule } from 'eslint'

/** A node of the syntax tree; TypeScript's and JSX's own kinds come with a `type` that ESTree does not list. */
export type SyntaxNode = Rule.Node

const isNode = (value: unknown): value is SyntaxNode =>
  typeof value === 'object' && value !== null && 'type' in value && typeof value.type === 'string'

/** The kind as plain text, so that kinds outside ESTree (`JSXText`, `TSAsExpression`) can be compared. */
export const kindOf = (node: object | null | undefined): string =>
  node && 'type' in node && typeof node.type === 'string' ? node.type : ''

/** The child node under a key, for kinds that ESTree does not describe. */
export const childOf = (node: object, key: string): SyntaxNode | undefined => {
  const value: unknown = Reflect.get(node, key)
  return isNode(value) ? value : undefined
}

/** The child nodes under a key that holds a list. */
export const childrenOf = (node: object, key: string): readonly SyntaxNode[] => {
  const value: unknown = Reflect.get(node, key)
  return Array.isArray(value) ? value.filter(isNode) : []
}

/** A text property of a node (`name`, `value`), undefined when it is no text. */
export const textOf = (node: object | undefined, key: string): string | undefined => {
  const value: unknown = node === undefined ? undefined : Reflect.get(node, key)
  return typeof value === 'string' ? value : undefined
}

/** The name after the last dot: `payload` in `payload`, `req.payload` and `(await x).payload`. */
export const lastNameOf = (node: SyntaxNode | undefined): string | undefined => {
  if (node === undefined) return undefined
  switch (kindOf(node)) {
    case 'Identifier':
      return textOf(node, 'name')
    case 'MemberExpression': {
      const property = childOf(node, 'property')
      return textOf(property, Reflect.get(node, 'computed') === true ? 'value' : 'name')
    }
    case 'AwaitExpression':
      return lastNameOf(childOf(node, 'argument'))
    case 'ChainExpression':
    case 'TSNonNullExpression':
    case 'TSAsExpression':
      return lastNameOf(childOf(node, 'expression'))
    default:
      return undefined
  }
}

/** The property of an object literal with this name, shorthand or not. */
export const propertyOf = (object: SyntaxNode, name: string): SyntaxNode | undefined =>
  childrenOf(object, 'properties').find((property) => {
    const key = childOf(property, 'key')
    return kindOf(property) === 'Property' && (textOf(key, 'name') ?? textOf(key, 'value')) === name
  })

type TypeServices = {
  getTypeAtLocation(node: SyntaxNode): {
    getNonNullableType(): { getSymbol(): { readonly name: string } | undefined }
  }
}

const knowsTypes = (services: object): services is TypeServices =>
  Boolean(Reflect.get(services, 'program')) && 'getTypeAtLocation' in services

/** The name of the class or interface of an expression, where the lint run knows types. */
export const typeNameOf = (context: Rule.RuleContext, node: SyntaxNode): string | undefined => {
  const services = context.sourceCode.parserServices
  if (!knowsTypes(services)) return undefined
  return services.getTypeAtLocation(node).getNonNullableType().getSymbol()?.name
}
