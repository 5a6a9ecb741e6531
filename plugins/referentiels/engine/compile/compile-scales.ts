import type { ReferentielDocument } from '../document/document.schema.ts'
import type { ListOption } from '../document/scale.schema.ts'
import type { CompiledOption, CompiledScale } from './compiled.ts'
import type { Localise } from './localise.ts'

/** The scales by code, in one language. */
export const compileScales = (document: ReferentielDocument, localise: Localise): ReadonlyMap<string, CompiledScale> =>
  new Map(
    (document.scales ?? []).map((scale) => [
      scale.code,
      {
        code: scale.code,
        label: localise.text(scale.label),
        isOrdered: scale.ordered ?? true,
        values: scale.values.map((value) => ({
          code: value.code,
          label: localise.text(value.label),
          short: localise.optional(value.short),
          description: localise.optional(value.description),
          score: value.score,
          color: value.color ?? null,
          symbol: value.symbol ?? null,
          requires: value.requires ?? [],
          allowed: value.allowedIf === undefined ? 'always' : 'depends',
        })),
      },
    ]),
  )

export type CompiledList = {
  readonly options: readonly CompiledOption[]
  readonly external: string | null
}

const compileOption = (option: ListOption, localise: Localise): CompiledOption => ({
  code: option.code,
  label: localise.text(option.label),
  score: option.score ?? null,
  parent: option.parent ?? null,
  isExclusive: option.exclusive ?? false,
})

/** The lists by code, in one language. */
export const compileLists = (document: ReferentielDocument, localise: Localise): ReadonlyMap<string, CompiledList> =>
  new Map(
    (document.lists ?? []).map((list) => [
      list.code,
      {
        options: (list.options ?? []).map((option) => compileOption(option, localise)),
        external: list.external ?? null,
      },
    ]),
  )
