import { describe, expect, test } from 'vitest'

import { failureOf } from './delivery-failure.ts'

const smtpError = (code: string, message: string, responseCode?: number) =>
  Object.assign(new Error(message), { code, ...(responseCode === undefined ? {} : { responseCode }) })

describe('another attempt', () => {
  test.each([
    [
      'the server refuses the address',
      smtpError('EENVELOPE', 'all recipients were rejected: 550 unknown', 550),
    ],
    ['the server refuses the content', smtpError('EMESSAGE', 'Message failed: 554 no', 554)],
  ])('does not help when %s', (_, error) =>
    expect(failureOf(error)).toMatchObject({ kind: 'refused', permanent: true }),
  )

  test.each([
    ['the server asks to come back', smtpError('EENVELOPE', '450 greylisted', 450), 'refused'],
    ['the password is wrong', smtpError('EAUTH', 'Invalid login: 535', 535), 'credentials'],
    ['nobody listens', smtpError('ESOCKET', 'connect ECONNREFUSED 127.0.0.1:25'), 'unreachable'],
    ['the disk is full', smtpError('ENOSPC', 'no space left on device'), 'storage'],
    ['the cause is unknown', new Error('surprise'), 'other'],
    ['what was thrown is no error', 'surprise', 'other'],
  ])('may help when %s', (_, error, kind) =>
    expect(failureOf(error)).toMatchObject({ kind, permanent: false }),
  )
})

test('the detail is one line of bounded length', () => {
  const { detail } = failureOf(smtpError('EENVELOPE', `550-a\r\n550 b${'x'.repeat(2000)}`, 550))
  expect(detail).toMatch(/^550-a 550 bx+$/)
  expect(detail).toHaveLength(500)
})
