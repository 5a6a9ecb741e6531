import type { UsageSimulation } from '../types.ts'
import type { SimulationResult } from './contract/publication.ts'
import type { Entered } from './enter-draft.ts'
import { StudioFailure } from './failure.ts'
import { plannedVersion } from './publication-plan.ts'

/** Less than what a synthesis shows. */
const same = 0.005

const isSame = (one: number | null, other: number | null): boolean =>
  one === other || (one !== null && other !== null && Math.abs(one - other) < same)

type Changes = NonNullable<SimulationResult['simulation']>['each'][number]['changes']

const changesOf = (axes: UsageSimulation['each'][number]['axes']): Changes =>
  axes.flatMap(({ label: axis, spokes }) =>
    spokes
      .filter(({ before, after, continuity }) => !isSame(before, after) && (before !== null || continuity !== 'broken'))
      .map(({ label, before, after, continuity }) => ({ axis, label, before, after, isBroken: continuity === 'broken' })),
  )

/**
 * Tries a draft out on what is pinned to older versions of its référentiel: what a move would carry, leave to be confirmed and
 * set aside, and each figure before and after. Nothing is written. NOT_AVAILABLE where the application knows of no use.
 */
export const simulateDraft = async (entered: Entered): Promise<SimulationResult> => {
  const { options, req, head } = entered
  const simulate = options.usage?.simulate
  if (simulate === undefined) throw new StudioFailure('NOT_AVAILABLE')
  const planned = await plannedVersion(entered)
  if (planned === null) return { simulation: null }
  const { document, oldTitles } = planned
  const { diagnostics, tried, answers, assessments, setAside, each } = await simulate(req.payload, document)
  return {
    simulation: {
      version: document.version,
      diagnostics,
      tried,
      answers,
      assessments,
      setAside: setAside.map(({ code, rows }) => ({ code, title: oldTitles.get(code) ?? '', rows })),
      // A network has few members, and scores are theirs to share: its author sees totals alone.
      each: head.owner.kind === 'network' ? [] : each.map(({ answers: own, empty, complete, axes }) => ({ answers: own, empty, complete, changes: changesOf(axes) })),
    },
  }
}
