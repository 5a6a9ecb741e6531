import { measure, type Budget, type Row } from './row.ts'
import type { Site } from './site.ts'
import type { Pace } from './savers.ts'
import { pacedNoop, pacedSaves, savers } from './savers.ts'

type Figure = { readonly name: string; readonly unit: string; readonly budget: Budget; readonly of: (pace: Pace) => number }

/** One answer over HTTP, signed in, with rescoring and journal (design.md §7). */
const saving = ({ of, ...row }: Figure) => async (site: Site): Promise<Row> => {
  const people = await savers(site)
  const bases = new Map<string, number>()
  return measure({
    ...row,
    against: 'the no-op route, by the same eight connections',
    subject: async () => of(await pacedSaves(site, people, bases)),
    yardstick: async () => of(await pacedNoop(site)),
  })
}

export const saveAnswer = saving({ name: 'save-answer', unit: 'requests/s', budget: { atLeast: 0.35 }, of: ({ perSecond }) => perSecond })

/**
 * 25 ms where the no-op route answers eight connections 1,219 times a second, 6.6 ms each: the reference machine of design.md §7.
 * What the person waits for is compared, the wire and the client included.
 */
export const saveAnswerP95 = saving({ name: 'save-answer-p95', unit: 'ms', budget: { atMost: 3.8 }, of: ({ p95 }) => p95 })
