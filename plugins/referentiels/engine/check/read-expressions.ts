import { parseExpression } from '../conditions/parse-expression.ts'
import type { Finding } from '../findings/finding.ts'
import { typesIn } from './expression-types.ts'
import type { ReadExpression, WrittenExpression } from './expressions.ts'
import type { Facts } from './facts.ts'
import { meantInstead } from './meant-in-expression.ts'
import { shown } from './value-at.ts'

/** Guessing reads an expression several times: beyond these a hostile file is only told what is wrong. */
const mostGuessed = 200

/** Reads them: what can't be read is a finding with the place in the text. */
export const readExpressions = (
  expressions: readonly WrittenExpression[],
  facts: Facts,
): { readonly read: readonly ReadExpression[]; readonly findings: readonly Finding[] } => {
  const read: ReadExpression[] = []
  const findings: Finding[] = []
  const types = typesIn(facts)
  for (const each of expressions) {
    const parsed = parseExpression(each.source)
    if (parsed.ok) {
      read.push({ ...each, expression: parsed.value })
      continue
    }
    const { code, at, expected, found } = parsed.error
    const isFunction = code === 'FONCTION_INCONNUE'
    findings.push({
      severity: 'error',
      code,
      path: each.path,
      value: isFunction ? found : shown(each.source),
      at,
      suggestion: findings.length < mostGuessed ? meantInstead(parsed.error, { written: each, facts, typesIn: types }) : undefined,
      parameters: { reason: expected ?? '', found: found ?? '' },
    })
  }
  return { read, findings }
}
