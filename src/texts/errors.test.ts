import { describe, expect, it } from 'vitest'

import { type ErrorCode, statusOfError } from '#domain/domain-error.ts'

import { errorSentences } from './errors.ts'

const codes = Object.keys(statusOfError).filter((code): code is ErrorCode => code in statusOfError)

describe('Each refusal', () => {
  it.each(codes)('%s is told in French sentences that need nothing else', (code) => {
    const sentence = errorSentences[code]({})
    expect(sentence).toMatch(/^[«\p{Lu}].+\.$/u)
    expect(sentence).not.toMatch(/undefined|NaN|'|!|\.\.\./)
    // Before ; ! ? » and after « stands U+202F, before : stands U+00A0.
    expect(sentence).not.toMatch(/[^\u202f][;!?»]|«[^\u202f]|[^\u00a0]:/)
  })

  it('says how long to wait, in words that people use', () => {
    const wait = (minutes: number) => errorSentences.TOO_MANY_REQUESTS({ minutes })
    expect(wait(1)).toContain('une minute.')
    expect(wait(15)).toContain('15\u00a0minutes.')
    expect(wait(60)).toContain('une heure.')
    expect(wait(61)).toContain('2\u00a0heures.')
  })

  it('names the field or the size that is meant', () => {
    expect(errorSentences.FOREIGN_RELATION({ field: 'network' })).toContain('«\u202fnetwork\u202f»')
    expect(errorSentences.BODY_TOO_LARGE({ megabytes: 10 })).toContain('10\u00a0Mo')
  })
})
