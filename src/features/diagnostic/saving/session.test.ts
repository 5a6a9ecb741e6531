import { describe, expect, it } from 'vitest'

import { mergeTexts } from '#domain/diagnostic/merge-text.rules.ts'
import type { SavedScore } from '#domain/diagnostic/save-protocol.ts'

import { keepIn } from './keep.ts'
import { createSaver } from './saver.ts'
import { createSession } from './session.ts'

const scoreOf = (value: number, refresh = false): SavedScore => ({
  complete: 0.5, answered: 1, applicable: 2, uncertain: 0, pages: [], criterion: { code: 'c14', value }, refresh,
})

const aSession = () => {
  let say: (score: SavedScore) => void = () => undefined
  const session = createSession((onScore) => {
    say = onScore
    return createSaver({
      send: async () => ({ kind: 'unreachable' }),
      keep: keepIn(null, { diagnostic: 'd', person: 'p', tab: 't' }),
      newId: () => 'op',
      later: () => () => undefined,
      isOnline: () => true,
      onScore,
      loadMerge: async () => mergeTexts,
    })
  })
  return { session, say: (score: SavedScore) => say(score) }
}

describe('The figures of a page', () => {
  it('are those of the latest save on a page drawn before it, and the page’s own on one drawn after', () => {
    const { session, say } = aSession()
    const [first, second] = [{}, {}]
    session.receive(first, [])
    say(scoreOf(3))
    session.receive(second, [])
    // Back: the router shows the first page as it was.
    session.receive(first, [])
    const { order = 0, means } = session.figures() ?? {}
    expect(order).toBeGreaterThan(session.orderOf(first))
    expect(order).toBeLessThan(session.orderOf(second))
    expect(means?.get('c14')?.value).toBe(3)
  })

  it('give way to a page that has just come, before it is told', () => {
    const { session, say } = aSession()
    say(scoreOf(3))
    expect(session.figures()?.order).toBeLessThan(session.orderOf({}))
  })

  it('have the page that is open drawn anew when an answer changed what else it shows', () => {
    const { session, say } = aSession()
    const drawn: string[] = []
    session.onRipple(() => drawn.push('open page'))
    say(scoreOf(3))
    say(scoreOf(4, true))
    session.onRipple(null)
    say(scoreOf(5, true))
    expect(drawn).toEqual(['open page'])
  })
})
