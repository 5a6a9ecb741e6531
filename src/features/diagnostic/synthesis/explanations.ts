import type { Axis } from '#domain/report/synthesis.ts'
import type { Evaluation } from '#plugins/referentiels/engine/evaluate/evaluation.ts'
import { explain } from '#plugins/referentiels/engine/evaluate/explain.ts'
import { explanationText } from '#plugins/referentiels/exports/explanations.ts'

/** How one figure came to be: a sentence, then one line per thing that counts or doesn't. */
export type FigureExplanation = { readonly code: string; readonly summary: string; readonly terms: readonly string[] }

/** One per spoke of an axis, in its order. */
export const explanationsOf = (evaluation: Evaluation, { code: axis, spokes }: Axis): readonly FigureExplanation[] =>
  spokes.flatMap(({ code }) => {
    const explanation = explain(evaluation, { axis, spoke: code })
    return explanation === undefined ? [] : [{ code, ...explanationText(explanation, evaluation.compiled) }]
  })
