import { describe, expect, test } from 'vitest'

import { mailSchema } from './mail.schema.ts'

const mail = { to: 'lecteur@demo.test', subject: 'Bienvenue', text: 'Bonjour,', purpose: 'welcome' }

const accepts = (part: Partial<Record<keyof typeof mail, string>>) =>
  mailSchema.safeParse({ ...mail, ...part }).success

describe('a mail is refused', () => {
  test.each(['\r\n', '\n', '\r', '\u0000', '\u0085', '\u2028', '\u2029'])(
    'when its subject holds %j',
    (sign) => {
      expect(accepts({ subject: `Bienvenue${sign}Bcc: tous@demo.test` })).toBe(false)
    },
  )
  test.each([
    'lecteur@demo.test\r\nBcc: tous@demo.test',
    'lecteur@demo.test\n',
    'lecteur@demo.test,tous@demo.test',
    'Lecteur <lecteur@demo.test>',
    'lecteur@demo.test\u0000',
    `${'a'.repeat(250)}@demo.test`,
    'lecteur',
  ])('when its address is %j', (to) => expect(accepts({ to })).toBe(false))

  test.each(['', 'Welcome', 'a/b', '../x', 'a\nb'])('when its purpose is %j', (purpose) => {
    expect(accepts({ purpose })).toBe(false)
  })
})

test('a plain mail is accepted', () => expect(mailSchema.parse(mail)).toEqual(mail))
