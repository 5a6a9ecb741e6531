import type { NodeRow } from './draft.ts'
import type { Outline } from './outline.rules.ts'

/** Codes that the studio proposes: nobody has to think of one, and none is used twice. */

/** The code itself, or the first of `code-2`, `code-3` … that nothing bears. */
export const freeCode = (code: string, taken: ReadonlySet<string>): string => {
  if (!taken.has(code)) return code
  const stem = code.replace(/-\d{1,4}$/, '').slice(0, 190)
  for (let rank = 2; ; rank += 1) if (!taken.has(`${stem}-${rank}`)) return `${stem}-${rank}`
}

/** What the code of a new node begins with: the letters that its siblings begin with, else the first of its kind. */
const prefixOf = (siblings: readonly NodeRow[], kind: string): string => {
  const prefixes = new Set(siblings.filter((node) => node.kind === kind).map(({ code }) => /^[a-z]+(?=\d)/i.exec(code)?.[0] ?? ''))
  const [only] = [...prefixes]
  return prefixes.size === 1 && only !== undefined && only !== '' ? only : (/[a-z0-9]/.exec(kind)?.[0] ?? 'e')
}

/** `c36` after `c35`; `1.3` where its siblings are `1.1` and `1.2`. */
export const newCodeFor = (outline: Outline, { parent, kind }: { readonly parent: NodeRow | null; readonly kind: string }): string => {
  const siblings = parent === null ? outline.roots : outline.childrenOf(parent.code)
  const taken = new Set(outline.byCode.keys())
  const dotted = siblings.every(({ code }) => /^\d+(\.\d+)*$/.test(code)) && siblings.length > 0
  if (dotted) {
    const last = siblings.at(-1)?.code ?? '0'
    const stem = last.includes('.') ? last.slice(0, last.lastIndexOf('.') + 1) : ''
    return firstFree(stem, siblings.length + 1, taken)
  }
  const prefix = prefixOf(siblings.length > 0 ? siblings : [...outline.byCode.values()], kind)
  const numbers = [...taken].flatMap((code) => (code.startsWith(prefix) && /^\d+$/.test(code.slice(prefix.length)) ? [Number(code.slice(prefix.length))] : []))
  return firstFree(prefix, Math.max(0, ...numbers.filter(Number.isSafeInteger)) + 1, taken)
}

const firstFree = (stem: string, from: number, taken: ReadonlySet<string>): string => {
  for (let rank = from; ; rank += 1) if (!taken.has(`${stem}${rank}`)) return `${stem}${rank}`
}
