import { measure, type Row } from './row.ts'
import type { Site } from './site.ts'
import { pacedNoop, pacedSaves, savers } from './savers.ts'

/** One answer over HTTP, signed in, with rescoring and journal (design.md §7). */
export const saveAnswer = async (site: Site): Promise<Row> => {
  const people = await savers(site)
  const bases = new Map<string, number>()
  return measure({
    name: 'save-answer',
    unit: 'requests/s',
    against: 'the no-op route, by the same eight connections',
    budget: { atLeast: 0.35 },
    subject: async () => (await pacedSaves(site, people, bases)).perSecond,
    yardstick: async () => (await pacedNoop(site)).perSecond,
  })
}
