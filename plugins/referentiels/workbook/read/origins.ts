import type { DocumentPath } from '../../engine/findings/finding.ts'
import type { CellPlace } from '../../source/source.ts'

export type Asked = { readonly key: boolean }

/** Where the parts of one block stand: the rest of a path, from the block on, as a cell. */
export type Origin = (rest: DocumentPath, asked: Asked) => CellPlace | undefined

/** Which cells each block and list of a document came from. */
export type Origins = {
  readonly of: (part: object, origin: Origin) => void
  /** Where a path of the document stands: at its cell, or at the nearest one around it. */
  readonly locate: (root: object, path: DocumentPath, asked: Asked) => CellPlace | undefined
}

const memberOf = (value: object, key: string | number): unknown => {
  const member: unknown = Object.hasOwn(value, key) ? Reflect.get(value, key) : undefined
  return member
}

export const newOrigins = (): Origins => {
  const origins = new Map<object, Origin>()
  return {
    of: (part, origin) => origins.set(part, origin),
    locate: (root, path, asked) => {
      let value: unknown = root
      const known: { readonly origin: Origin; readonly rest: DocumentPath }[] = []
      for (let at = 0; at <= path.length && typeof value === 'object' && value !== null; at += 1) {
        const origin = origins.get(value)
        if (origin) known.push({ origin, rest: path.slice(at) })
        const key = path[at]
        if (key === undefined) break
        value = memberOf(value, key)
      }
      for (const { origin, rest } of known.toReversed()) {
        const place = origin(rest, asked)
        if (place) return place
      }
      return undefined
    },
  }
}
