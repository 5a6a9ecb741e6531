/**
 * Hostile référentiel files, each made from its number and a seed alone, so that a failure is repeated by naming
 * both. Most are sound documents with some values changed: they get past the parser and reach every check.
 */
import { globSync, readFileSync } from 'node:fs'

import { parse, stringify } from 'yaml'

export type HostileInput = {
  readonly kind: 'values' | 'letters' | 'expressions'
  /** Name that tells the language of the text. */
  readonly file: string
  readonly text: string
}

/** A sequence of numbers from 0 to 1 that a seed decides (mulberry32). */
const randomFrom = (seed: number): (() => number) => {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}

/** Random choices that a seed decides. */
export class Dice {
  readonly #next: () => number

  constructor(seed: number) {
    this.#next = randomFrom(seed)
  }

  below(count: number): number {
    return Math.floor(this.#next() * count)
  }

  isUnder(share: number): boolean {
    return this.#next() < share
  }

  of<T>(items: readonly [T, ...T[]]): T {
    return items[this.below(items.length)] ?? items[0]
  }

  any(items: readonly unknown[]): unknown {
    return items[this.below(items.length)]
  }
}

type Block = Record<string, unknown>
const isBlock = (value: unknown): value is Block => typeof value === 'object' && value !== null && !Array.isArray(value)

const words = [
  '', ' ', '\u0000', '\ud800', '…', '<script>', '=1+1', '__proto__', 'constructor', 'toString', 'hasOwnProperty', 'valueOf',
  'c1', 't1.01', '3.6.2', '1.10', '*', 'NC', 'null', 'a.met', '-', 'é', '🙂', '\u202e', '${1}', '../../etc/passwd',
  'referentiel/2', '99.99.99', '>=1.0.0 <0.0.1', '2026-02-30', '#FFFFFF', 'javascript:alert(1)', 'https://a b', 'x'.repeat(300), 'x'.repeat(25_000),
] as const

const expressions = [
  'vrai', '1 = 1', 'profil.x', 'profil.public recoupe ["PA"]', 'réponse.c1 = "3"', 'score.overall >= 3', 'score.c1.met', 'nœud.imperative',
  'somme(réponse.c1; 2,5)', 'si(vrai; 1; 2)', 'moyenne()', 'non non non vrai', '((((((1))))))', '1 / 0', '"', '[', 'a.b.c', 'constructor', 'profil.__proto__',
  `${'('.repeat(2_000)}1`, '1 + '.repeat(900) + '1', 'non '.repeat(900) + 'vrai', '-'.repeat(3_000), `["${'a'.repeat(3_000)}"]`, 'réponse.q1 + score.c1 = nœud.kind', '1 < 2 < 3', 'dans dans dans',
] as const

const scalar = (dice: Dice): unknown =>
  dice.any([
    null, true, false, 0, -1, 1, 0.1, 1e308, -1e308, 1e-320, Number.MAX_SAFE_INTEGER, 2 ** 53, dice.below(40), [], {}, [null], [[]], { fr: 'A' }, { '': 1 }, { fr: 'A', en: '' },
    dice.any(words), dice.any(words), dice.any(expressions), dice.any(words),
  ])

/** Lists within lists: what recursion would fall over. */
const deep = (depth: number): unknown => (depth === 0 ? 1 : depth % 2 === 0 ? [deep(depth - 1)] : { a: deep(depth - 1) })

/** Somewhere in the value: the block or list that holds it, and its place there. */
const somewhere = (root: unknown, dice: Dice): { readonly holder: Block | unknown[]; readonly key: string } | undefined => {
  let found: { readonly holder: Block | unknown[]; readonly key: string } | undefined
  let value = root
  // One in four stops at each level: high places break much, low ones break one field.
  while (Array.isArray(value) || isBlock(value)) {
    const keys = Object.keys(value)
    const key = keys[dice.below(keys.length)]
    if (key === undefined) return found
    found = { holder: value, key }
    if (dice.isUnder(0.25)) return found
    value = Array.isArray(value) ? value[Number(key)] : value[key]
  }
  return found
}

const put = (holder: Block | unknown[], key: string, value: unknown): void => {
  if (Array.isArray(holder)) holder[Number(key)] = value
  else Object.defineProperty(holder, key, { value, enumerable: true, configurable: true, writable: true })
}

const at = (holder: Block | unknown[], key: string): unknown => (Array.isArray(holder) ? holder[Number(key)] : holder[key])

const remove = (holder: Block | unknown[], key: string): void => {
  if (Array.isArray(holder)) holder.splice(Number(key), 1)
  else Reflect.deleteProperty(holder, key)
}

const nodesOf = (root: unknown): readonly Block[] => {
  const nodes = isBlock(root) ? root['nodes'] : undefined
  return Array.isArray(nodes) ? nodes.filter(isBlock) : []
}

const conditions = ['appliesIf', 'allowedIf', 'when', 'formula'] as const

const changes: readonly ((root: unknown, dice: Dice) => void)[] = [
  (root, dice) => {
    const place = somewhere(root, dice)
    if (place) put(place.holder, place.key, scalar(dice))
  },
  (root, dice) => {
    const place = somewhere(root, dice)
    if (place) remove(place.holder, place.key)
  },
  (root, dice) => {
    const place = somewhere(root, dice)
    const other = somewhere(root, dice)
    if (place && other) put(place.holder, place.key, structuredClone(at(other.holder, other.key)))
  },
  (root, dice) => {
    const place = somewhere(root, dice)
    if (place && !Array.isArray(place.holder)) put(place.holder, String(dice.any(words)), at(place.holder, place.key))
  },
  (root, dice) => {
    const place = somewhere(root, dice)
    if (place && Array.isArray(place.holder)) place.holder.push(structuredClone(at(place.holder, place.key)))
  },
  (root, dice) => {
    const place = somewhere(root, dice)
    if (place) put(place.holder, place.key, deep(dice.below(300)))
  },
  // Loops of parents, codes that meet, an unknown level.
  (root, dice) => {
    const [one, other] = [dice.any(nodesOf(root)), dice.any(nodesOf(root))]
    if (isBlock(one) && isBlock(other)) put(one, dice.of(['parent', 'code', 'kind', 'rating']), other['code'])
  },
  (root, dice) => {
    const node = dice.any(nodesOf(root))
    if (isBlock(node)) put(node, dice.of(conditions), dice.any(expressions))
  },
  (root, dice) => {
    const node = dice.any(nodesOf(root))
    if (!isBlock(node)) return
    const type = dice.of(['scale', 'single', 'table', 'computed', 'number', 'file', 'xxx'])
    put(node, 'questions', [{ code: `q${dice.below(9)}`, type, prompt: 'Q', formula: dice.any(expressions), scale: dice.any(words), columns: [{ code: 'k', type, prompt: 'K' }] }])
  },
  (root, dice) => {
    const node = dice.any(nodesOf(root))
    if (isBlock(node)) put(node, 'repeat', { label: 'G', min: dice.below(1_200), max: dice.below(1_200) })
  },
]

const changed = (source: unknown, dice: Dice): unknown => {
  const root = structuredClone(source)
  const count = dice.isUnder(0.5) ? 1 : 2 + dice.below(5)
  for (let change = 0; change < count; change += 1) changes[dice.below(changes.length)]?.(root, dice)
  return root
}

const letters = (source: string, dice: Dice): string => {
  let text = source
  const count = 1 + dice.below(4)
  for (let change = 0; change < count; change += 1) {
    const start = dice.below(text.length + 1)
    const inserted = dice.of(['', '\n', '  ', '"', "'", '{', '}', '[', ']', ': ', '- ', '&a ', '*a ', '!x ', '\t', '\u0000', '#', '|', '>-\n', ',', '\r', '\ufeff', '\\u0000'])
    const cut = dice.isUnder(0.1) ? dice.below(4_000) : dice.below(12)
    text = text.slice(0, start) + inserted + text.slice(start + cut)
  }
  return text
}

/** A condition of random words, in a small référentiel. */
const withExpression = (dice: Dice): string => {
  const tokens = ['1', '2,5', '"a"', '["a", "b"]', 'profil.p', 'réponse.q', 'score.a', 'score.overall', 'score.a.met', 'nœud.kind', '+', '-', '*', '/', '=', '!=', '<', '>=', 'et', 'ou', 'non', 'dans', 'recoupe', '(', ')', '[', ']', ';', ',', 'si(', 'max(', 'arrondi(', 'répondu(', 'vrai', 'faux', 'and', '≥', '’', '\u0000', '..', '""']
  const words = Array.from({ length: 1 + dice.below(30) }, () => String(dice.any(tokens))).join(dice.of([' ', '', '  ']))
  const expression = dice.isUnder(0.4) ? String(dice.any(expressions)) : words
  const place = dice.of(conditions)
  const when = (name: string): Block => (place === name ? { [name]: expression } : {})
  return JSON.stringify({
    format: 'referentiel/1', id: 'essai', version: '1.0.0', title: 'Essai', rights: { licence: 'L', textOrigin: 'own' },
    kinds: [{ code: 'k', label: 'K', assessable: true }],
    profileFields: [{ code: 'p', label: 'P', type: 'multi', list: 'l' }],
    lists: [{ code: 'l', options: [{ code: 'a', label: 'A' }] }],
    scales: [{ code: 's', label: 'S', values: [{ code: '1', label: 'Un', score: 1, ...when('allowedIf') }, { code: '2', label: 'Deux', score: 2 }] }],
    nodes: [
      { code: 'a', kind: 'k', title: 'A', rating: 's', ...when('appliesIf') },
      { code: 'b', kind: 'k', title: 'B', questions: [{ code: 'q', type: 'number', prompt: 'Q' }, ...(place === 'formula' ? [{ code: 'f', type: 'computed', prompt: 'F', formula: expression }] : [])] },
    ],
    ...(place === 'when' && { scoring: { current: '1.0.0', rules: [{ rulesVersion: '1.0.0', outcomes: [{ code: 'o', label: 'O', when: expression }] }] } }),
  })
}

type Source = { readonly text: string; readonly value: unknown }

/** The shipped référentiels, the tour of the format and one that is for trials alone. */
const sources = (): readonly Source[] =>
  globSync(['referentiels/*/referentiel.yaml', 'docs/visite.referentiel.yaml', 'tests/fixtures/referentiels/accueil-inclusif.yaml'])
    .sort()
    .map((file) => {
      const text = readFileSync(file, 'utf8')
      return { text, value: parse(text) }
    })

/** Answers that no screen would send, to what a document asks. */
const answersTo = (questions: readonly string[], dice: Dice): unknown => {
  const answers = questions.filter(() => dice.isUnder(0.3)).map((code) => [code, dice.isUnder(0.5) ? String(1 + dice.below(5)) : scalar(dice)])
  const input = { profile: { public: scalar(dice), structure: 'etti' }, answers: Object.fromEntries(answers), notConcerned: { [dice.of(words)]: dice.of(words), [questions[0] ?? '']: 'Sans objet.' }, rulesVersion: dice.any(words) }
  return dice.isUnder(0.1) ? scalar(dice) : input
}

export type HostileInputs = {
  /** The input of this number. */
  readonly at: (index: number) => HostileInput
  /** An input to evaluate a document with, of this number. */
  readonly answersAt: (index: number, questions: readonly string[]) => unknown
}

export const hostileInputs = (seed: number): HostileInputs => {
  const [first, ...others] = sources()
  if (first === undefined) throw new Error('There is no référentiel to damage.')
  const diceAt = (index: number) => new Dice(Math.imul(seed ^ 0x9e3779b9, index + 1) ^ (index * 2_654_435_761))
  return {
    at: (index) => {
      const dice = diceAt(index)
      const share = dice.below(100)
      if (share < 20) return { kind: 'expressions', file: 'essai.json', text: withExpression(dice) }
      const source = dice.of([first, ...others])
      if (share < 35) return { kind: 'letters', file: 'essai.yaml', text: letters(source.text, dice) }
      const value = changed(source.value, dice)
      return dice.isUnder(0.15)
        ? { kind: 'values', file: 'essai.yaml', text: stringify(value, { aliasDuplicateObjects: false }) }
        : { kind: 'values', file: 'essai.json', text: JSON.stringify(value) ?? 'null' }
    },
    answersAt: (index, questions) => answersTo(questions, diceAt(-index - 1)),
  }
}
