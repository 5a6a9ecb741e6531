import { readFileSync } from 'node:fs'

import { parse } from 'yaml'

import { calendarDate } from '#domain/calendar/calendar-date.ts'
import type { Compiled } from '#plugins/referentiels/engine/compile/compiled.ts'
import { compile } from '#plugins/referentiels/engine/compile/compile.ts'
import type { AnswerRow, Profile } from '#plugins/referentiels/engine/evaluate/answers.ts'
import { evaluate } from '#plugins/referentiels/engine/evaluate/evaluate.ts'
import { referentielDocument } from '#plugins/referentiels/engine/document/document.schema.ts'

import { aimedAnswers } from '#domain/report/aimed-answers.rules.ts'
import { buildReport } from '#domain/report/build-report.ts'
import type { AssessmentFacts } from '#domain/report/build-pages.ts'

/** A référentiel of the repository, ready for use. */
export const compiledFile = (file: string) =>
  compile(referentielDocument.parse(parse(readFileSync(new URL(`../../${file}`, import.meta.url), 'utf8'))), {})

export type Given = {
  readonly profile?: Profile
  readonly answers?: readonly AnswerRow[]
  readonly assessments?: readonly (Partial<AssessmentFacts> & { readonly criterion: string })[]
  readonly before?: readonly AnswerRow[]
  /** Answers that were carried from an older version and wait to be confirmed. */
  readonly toConfirm?: readonly Pick<AnswerRow, 'question' | 'grid'>[]
}

/** The report of some answers, as the server makes it from rows. */
export const reportOf = (compiled: Compiled, { profile = {}, answers = [], assessments = [], before, toConfirm = [] }: Given) => {
  const facts = assessments.map((each): AssessmentFacts => ({
    notConcerned: false, reason: null, toReview: false, practices: null, priority: null, target: null, toConfirm: null, ...each,
  }))
  const notConcerned = Object.fromEntries(facts.filter((each) => each.notConcerned).map((each) => [each.criterion, each.reason ?? '']))
  const input = { profile, answers, notConcerned }
  const targets = new Map(facts.flatMap(({ criterion, target }) => (target === null ? [] : [[criterion, target]])))
  const aimed = aimedAnswers({ compiled, answers, targets })
  return buildReport(
    {
      organisation: { name: 'Les Ateliers du Halage', establishment: null, network: null },
      campaign: { label: 'Démarche 2026', assemblyOn: null, previous: null },
      date: calendarDate('2026-11-10'),
    },
    {
      compiled,
      evaluation: evaluate(compiled, input),
      aimed: aimed === null ? null : evaluate(compiled, { ...input, answers: aimed }),
      series: null,
      previous: before === undefined ? null : evaluate(compiled, { profile, answers: before }),
      assessments: new Map(facts.map((each) => [each.criterion, each])),
      commentOf: (question, grid) => answers.find((row) => row.question === question && row.grid === grid)?.comment ?? null,
      isToConfirm: (question, grid) => toConfirm.some((one) => one.question === question && one.grid === grid),
    },
  )
}

export const answer = (question: string, value: unknown, comment: string | null = null, grid = 0): AnswerRow => ({ question, grid, value, comment })
