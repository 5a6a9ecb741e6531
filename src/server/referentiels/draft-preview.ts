import { createLocalReq, type Payload, type TypedUser } from 'payload'

import { compile } from '#plugins/referentiels/engine/compile/compile.ts'
import type { Compiled } from '#plugins/referentiels/engine/compile/compiled.ts'
import type { Profile } from '#plugins/referentiels/engine/evaluate/answers.ts'
import type { Evaluation } from '#plugins/referentiels/engine/evaluate/evaluation.ts'
import { evaluate } from '#plugins/referentiels/engine/evaluate/evaluate.ts'
import { draftAsItStands } from '#plugins/referentiels/exports/studio.ts'

import { typeset } from './typeset.ts'

/** What an address says of the organisation that the draft is shown to: profile field → values. */
export type ShownProfile = Readonly<Record<string, readonly string[]>>

export type DraftPreview = {
  /** Null while the draft cannot be shown. */
  readonly shown: { readonly compiled: Compiled; readonly evaluation: Evaluation } | null
  readonly errors: readonly string[]
}

/** `?profil.public=PA&profil.public=PHA` */
export const shownProfileOf = (query: Iterable<readonly [string, string]>): ShownProfile => {
  const named = [...query].filter(([name]) => name.startsWith('profil.') && name.length <= 80)
  const byField = Map.groupBy(named, ([name]) => name.slice('profil.'.length))
  return Object.fromEntries([...byField].map(([field, values]) => [field, values.map(([, value]) => value).slice(0, 50)]))
}

/** `?sous-ensemble=simplifie`; null for the whole. */
export const shownSubsetOf = (query: Iterable<readonly [string, string]>): string | null =>
  [...query].find(([name]) => name === 'sous-ensemble')?.[1] ?? null

/** Words of the address as the profile's fields take them. */
const profileOf = ({ profileFields }: Compiled, shown: ShownProfile): Profile =>
  Object.fromEntries(profileFields.map(({ code, type }) => [code, valueOf(type, Object.hasOwn(shown, code) ? (shown[code] ?? []) : [])]))

const valueOf = (type: Compiled['profileFields'][number]['type'], values: readonly string[]): Profile[string] => {
  const [value] = values
  if (value === undefined) return null
  switch (type) {
    case 'boolean':
      return value === 'true'
    case 'number':
      return Number.isFinite(Number(value)) ? Number(value) : null
    case 'multi':
      return values
    case 'single':
      return value
  }
}

/** A draft of the studio, compiled and not answered; null for whoever may not write it. Stores nothing. */
export const draftPreview = async (
  payload: Payload,
  { user, draft, profile, subset }: {
    readonly user: TypedUser | null
    readonly draft: string
    readonly profile: ShownProfile
    /** Code of the subset to show; the whole where there is none of that name. */
    readonly subset: string | null
  },
): Promise<DraftPreview | null> => {
  const found = await draftAsItStands(await createLocalReq(user === null ? {} : { user }, payload), draft)
  if (found === null) return null
  if (found.document === undefined) return { shown: null, errors: found.errors }
  const { document } = found
  const known = document.subsets?.find(({ code }) => code === subset)?.code
  const compiled = compile(document, { subset: known, typeset })
  return { shown: { compiled, evaluation: evaluate(compiled, { profile: profileOf(compiled, profile) }) }, errors: found.errors }
}
