import { type NodeFact, nodeFacts, type Reference } from './expression.ts'
import { Refusal } from './expression-error.ts'
import type { Token } from './read-tokens.ts'
import { namespaces } from './vocabulary.ts'

/** As in `document/codes.ts`: nodes, questions, kinds and profile fields all fit. */
const code = /^[A-Za-z0-9](?:[A-Za-z0-9._-]{0,198}[A-Za-z0-9])?$/

const met = '.met'
const facts: ReadonlySet<string> = new Set(nodeFacts)
const isFact = (name: string): name is NodeFact => facts.has(name)

const scoreReference = (name: string, at: number): Reference => {
  if (name === 'overall') return { kind: 'reference', of: 'overall', at }
  if (!name.endsWith(met)) return { kind: 'reference', of: 'score', name, at }
  return { kind: 'reference', of: 'met', name: name.slice(0, -met.length), at }
}

/** `profil.secteur`, `réponse.3.6.2.e1`, `score.c31.met`; null for a word that names no part of the diagnostic. */
export const readReference = ({ text, at }: Token): Reference | null => {
  const dot = text.indexOf('.')
  const namespace = dot < 0 ? undefined : namespaces.get(text.slice(0, dot).toLowerCase())
  if (namespace === undefined) return null
  const name = text.slice(dot + 1)
  if (!code.test(name)) throw new Refusal({ at: at + dot + 1, expected: 'code', found: name })
  switch (namespace) {
    case 'profile':
    case 'answer':
      return { kind: 'reference', of: namespace, name, at }
    case 'score':
      return scoreReference(name, at)
    case 'node':
      if (isFact(name)) return { kind: 'reference', of: 'node', name, at }
      return { kind: 'reference', of: 'ancestor', name, at }
  }
}
