/**
 * The tree of a condition or a formula (`referentiel-format.md` §3.3): plain data, to be stored, compared and sent.
 * It says what is written; `evaluate-expression.ts` decides what it is worth, `print-expression.ts` how it reads.
 * `at` is always the place in the source, in UTF-16 units from 0, counted in its NFC form.
 */

export const comparisonOperators = ['=', '!=', '<', '<=', '>', '>=', 'in', 'overlaps'] as const
export type ComparisonOperator = (typeof comparisonOperators)[number]

export const functionNames = ['sum', 'mean', 'min', 'max', 'count', 'answered', 'if', 'round'] as const
export type FunctionName = (typeof functionNames)[number]

/** What `node.…` tells about the node that carries the expression, beside its ancestors. */
export const nodeFacts = ['code', 'kind', 'number', 'imperative', 'optional', 'respondent', 'methods', 'tags'] as const
export type NodeFact = (typeof nodeFacts)[number]

type Placed = { readonly kind: 'reference'; readonly at: number }

/** `profile.public` is `{of: 'profile', name: 'public'}`, `score.c31.met` is `{of: 'met', name: 'c31'}`. */
export type NamedReference = Placed & { readonly of: 'profile' | 'answer' | 'score' | 'met'; readonly name: string }

/** `node.chapitre`: the code of the ancestor of that kind, or the node's own where it is of that kind. */
export type AncestorReference = Placed & { readonly of: 'ancestor'; readonly name: string }
export type NodeReference = Placed & { readonly of: 'node'; readonly name: NodeFact }
/** `score.overall` */
export type OverallReference = Placed & { readonly of: 'overall' }

export type Reference = NamedReference | AncestorReference | NodeReference | OverallReference

export type NumberLiteral = { readonly kind: 'number'; readonly value: number; readonly at: number }
export type StringLiteral = { readonly kind: 'string'; readonly value: string; readonly at: number }
export type BooleanLiteral = { readonly kind: 'boolean'; readonly value: boolean; readonly at: number }
/** A list holds literals alone, so that its values can be checked against the document. */
export type ListLiteral = {
  readonly kind: 'list'
  readonly items: readonly (NumberLiteral | StringLiteral)[]
  readonly at: number
}
export type Literal = NumberLiteral | StringLiteral | BooleanLiteral | ListLiteral

/** `a and b and c` is one node of three operands: a long enumeration stays flat. */
export type Junction = { readonly kind: 'and' | 'or'; readonly operands: readonly Expression[]; readonly at: number }
export type Negation = { readonly kind: 'not'; readonly operand: Expression; readonly at: number }
export type Comparison = {
  readonly kind: 'comparison'
  readonly operator: ComparisonOperator
  readonly left: Expression
  readonly right: Expression
  readonly at: number
}

export type AdditiveStep = { readonly operator: '+' | '-'; readonly operand: Expression }
export type MultiplicativeStep = { readonly operator: '*' | '/'; readonly operand: Expression }
/** `a - b + c`: from left to right. */
export type Additive = {
  readonly kind: 'additive'
  readonly first: Expression
  readonly rest: readonly AdditiveStep[]
  readonly at: number
}
export type Multiplicative = {
  readonly kind: 'multiplicative'
  readonly first: Expression
  readonly rest: readonly MultiplicativeStep[]
  readonly at: number
}
export type Opposite = { readonly kind: 'opposite'; readonly operand: Expression; readonly at: number }
export type Call = {
  readonly kind: 'call'
  readonly name: FunctionName
  readonly arguments: readonly Expression[]
  readonly at: number
}

export type Expression =
  | Literal
  | Reference
  | Junction
  | Negation
  | Comparison
  | Additive
  | Multiplicative
  | Opposite
  | Call
