import type { Compiled } from '#plugins/referentiels/engine/compile/compiled.ts'
import type { Simulation } from '#plugins/referentiels/engine/migration/simulate.ts'
import type { Outcome } from '#plugins/referentiels/engine/migration/stored-rows.ts'
import { upgradeTexts as texts } from '#texts/passage.ts'

import { cardHref } from '../page/card-href.ts'
import { shownNumber } from '../page/criterion-view.ts'

/** One line of « à confirmer » or « mis de côté ». */
export type UpgradeLine = {
  readonly key: string
  readonly criterion: string
  readonly what: string
  readonly why: string
  /** Where it stands in the old diagnostic; null for what no page shows. */
  readonly href: string | null
}

type Place = { readonly label: string; readonly href: string | null }

const placeOf = (compiled: Compiled, code: string, path: string): Place => {
  const question = compiled.questionByCode.get(code)
  const criterion = compiled.nodeByCode.get(compiled.nodeByCode.get(code)?.criterion ?? question?.criterion ?? code)
  if (criterion === undefined) return { label: code, href: null }
  const number = shownNumber(criterion)
  const title = number === '' ? criterion.title : `${number}. ${criterion.title}`
  const isOwn = question !== undefined && !question.isRating
  return {
    label: isOwn ? `${title} · ${question.prompt}` : title,
    href: cardHref({ path, page: criterion.page, criterion: criterion.code }),
  }
}

const whatOf = ({ row }: Outcome): string =>
  row.kind === 'assessment' ? texts.what.assessment : row.grid === 0 ? texts.what.answer : texts.what.grid(row.grid)

const lineOf = (outcome: Outcome, why: string, { compiled, path }: { readonly compiled: Compiled; readonly path: string }): UpgradeLine => {
  const { row } = outcome
  const code = row.kind === 'answer' ? row.question : row.criterion
  const { label, href } = placeOf(compiled, code, path)
  return { key: `${row.kind}-${code}-${row.kind === 'answer' ? row.grid : ''}`, criterion: label, what: whatOf(outcome), why, href }
}

/** What a simulation says row by row, in words, each with its place in the old diagnostic. */
export const upgradeLines = (
  { carried }: Simulation,
  old: { readonly compiled: Compiled; readonly path: string },
): { readonly toConfirm: readonly UpgradeLine[]; readonly setAside: readonly UpgradeLine[] } => {
  const toConfirm = carried.outcomes
    .filter(({ status }) => status === 'toConfirm')
    .map((outcome) => lineOf(outcome, outcome.aside.length > 0 ? texts.confirmWhy('partial') : texts.confirmWhy(outcome.change), old))
  const setAside = carried.outcomes
    .filter(({ status }) => status === 'setAside')
    .map((outcome) => lineOf(outcome, texts.asideWhy(outcome.aside[0] ?? 'removed'), old))
  return { toConfirm, setAside }
}

/** Titles of criteria, with their numbers. */
export const criterionNames = (compiled: Compiled, codes: readonly string[]): readonly string[] =>
  codes.map((code) => placeOf(compiled, code, '').label)
