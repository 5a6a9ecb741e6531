import { APIError } from 'payload'
import type { Payload } from 'payload'
import { beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'

import { DomainError } from '#domain/domain-error.ts'
import { inRequest } from '#server/log/request-in-hand.ts'

import { restClient } from '../support/rest-client.ts'
import { testPayload } from '../support/test-payload.ts'

let payload: Payload
const lines: string[] = []

beforeAll(async () => {
  ;({ payload } = await testPayload())
})

beforeEach(() => {
  lines.length = 0
  const { level } = payload.logger
  payload.logger.level = 'info'
  const write = vi.spyOn(process.stdout, 'write').mockImplementation((line) => lines.push(String(line)) > 0)
  return () => {
    write.mockRestore()
    payload.logger.level = level
  }
})

const logged = (): readonly unknown[] => lines.map((line): unknown => JSON.parse(line))
const request = { id: 'demande-1', method: 'GET', path: '/api/organisations' }

describe('the log', () => {
  it('tells a refusal in one short line without a stack', async () => {
    const response = await inRequest(request, () => restClient(payload).get('/api/organisations'))
    expect(response.status).toBe(403)
    expect(logged()).toEqual([expect.objectContaining({ level: 30, status: 403, msg: 'refused', requestId: 'demande-1' })])
    expect(lines.join('')).not.toContain('stack')
  })

  it('tells a rule’s refusal by its code', () => {
    payload.logger.error({ err: new DomainError('LAST_ADMINISTRATOR') })
    expect(logged()).toEqual([expect.objectContaining({ level: 30, status: 409, code: 'LAST_ADMINISTRATOR' })])
  })

  it('tells a failure of ours at once, in one line, with request, place and stack, and without what people wrote', () => {
    const cause = Object.assign(new Error('relation "x" does not exist'), { code: '42P01' })
    const failed = Object.assign(new Error('Failed query: select $1\nparams: jeanne@demo.test,secret'), { cause })
    inRequest(request, () => payload.logger.error({ err: failed }))
    expect(logged()).toEqual([
      expect.objectContaining({
        level: 50, status: 500, requestId: 'demande-1', method: 'GET', path: '/api/organisations',
        err: expect.objectContaining({ stack: expect.stringContaining('log.int.test.ts'), cause: expect.objectContaining({ code: '42P01' }) }),
      }),
    ])
    expect(lines.join('')).not.toMatch(/jeanne|secret/)
  })

  it('keeps the words and facts that a line brings along', () => {
    payload.logger.error({ err: new APIError('x', 500), msg: 'job send-mail failed', job: '7' })
    expect(logged()).toEqual([expect.objectContaining({ level: 50, msg: 'job send-mail failed', job: '7' })])
  })
})
