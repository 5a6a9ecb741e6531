'use client'

import { useEffect, useState } from 'react'

import { studioTexts } from '../../texts/studio/studio.ts'
import type { Answer } from './api.ts'

export type Asked<Value> = {
  readonly value: Value | null
  readonly problem: string | null
  /** Asks again; what is known stays until the answer comes. */
  readonly again: () => void
}

/** Why there is no value, in French. */
export const problemOf = (answer: Answer<unknown> | null): string =>
  answer === null || answer.ok || answer.message === '' ? studioTexts.unreachable : answer.message

/** What an endpoint says, asked once the component shows. `ask` must be the same function from one drawing to the next. */
export const useAsked = <Value>(ask: () => Promise<Answer<Value>>): Asked<Value> => {
  const [state, setState] = useState<Pick<Asked<Value>, 'value' | 'problem'>>({ value: null, problem: null })
  const [times, setTimes] = useState(0)
  useEffect(() => {
    let isGone = false
    const take = (answer: Answer<Value> | null): void => {
      if (isGone) return
      setState((before) => (answer?.ok === true ? { value: answer.value, problem: null } : { value: before.value, problem: problemOf(answer) }))
    }
    ask().then(take, () => take(null))
    return () => {
      isGone = true
    }
  }, [ask, times])
  return { ...state, again: () => setTimes(times + 1) }
}
