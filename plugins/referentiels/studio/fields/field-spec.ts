import type { ChoiceName } from '../../texts/studio/choices.ts'
import type { FieldName } from '../../texts/studio/fields.ts'

/**
 * How each field of the format is edited. The format has some hundred and sixty of them: each is one line of a table
 * (`node-fields.ts`, `part-fields.ts`), drawn by one component (`field.tsx`).
 */

type Block = Readonly<Record<string, unknown>>

/** What the draft offers to choose from. */
export type Source = 'kinds' | 'scales' | 'lists' | 'rules' | 'axes' | 'levels' | 'columns' | 'assessableKinds'

/** What a new item may begin with. */
export type Known = {
  readonly kinds: readonly string[]
  /** Code of the first element of the plan; empty where there is none. */
  readonly firstNode: string
  readonly firstList: string | undefined
  /** How many elements of that kind the plan has. */
  readonly countOf: (kind: string) => number
}

type Common = {
  /** Key in its block; empty where the block is the value itself (the part `title`). */
  readonly name: string
  readonly text: FieldName
  /** Shown only when this holds; what it holds already always shows. */
  readonly when?: (block: Block) => boolean
  /** Beside others on one line: `half`, `third`. */
  readonly width?: 'half' | 'third' | 'most'
  /** Under the fold « Plus de détails ». */
  readonly isExtra?: boolean
}

export type FieldSpec = Common &
  (
    | { readonly input: 'text'; readonly lines?: number }
    | { readonly input: 'word'; readonly names?: boolean }
    | { readonly input: 'number'; readonly isNullable?: boolean }
    | { readonly input: 'range' | 'day' | 'colour' | 'flag' | 'ternary' }
    | { readonly input: 'choice'; readonly from: { readonly of: ChoiceName } | { readonly source: Source }; readonly isRequired?: boolean; readonly names?: boolean }
    | { readonly input: 'choices'; readonly of: ChoiceName }
    | { readonly input: 'lines' | 'words' | 'condition' | 'formula' | 'node' | 'nodes' | 'levelTexts' | 'applies' | 'valueMap' | 'plainPrompt' }
    | { readonly input: 'block'; readonly fields: readonly FieldSpec[]; readonly blank: Block }
    | {
        readonly input: 'items'
        readonly fields: readonly FieldSpec[]
        /** Place of the list as the format counts it: `scales.*.values`. */
        readonly place: string
        /** A new item, given the names that are taken and what the draft holds. */
        readonly blank: (taken: readonly string[], known: Known) => Block
        /** The field that tells items apart for people. */
        readonly titled: readonly string[]
      }
  )

/** The first kind that no item names yet, else the first there is. */
export const freeKind = ({ kinds }: Known, taken: readonly string[]): string => kinds.find((kind) => !taken.includes(kind)) ?? kinds[0] ?? ''

/** `niveau-3`: the first name of that sort that is free. */
export const freeName = (stem: string, taken: readonly string[]): string => {
  for (let rank = taken.length + 1; ; rank += 1) if (!taken.includes(`${stem}${rank}`)) return `${stem}${rank}`
}
