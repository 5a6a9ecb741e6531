import { describe, expect, test } from 'vitest'

import { parseMailbox } from './mailbox.ts'

describe('a mailbox', () => {
  test.each([
    ['contact@demo.test', { name: '', address: 'contact@demo.test' }],
    ['ESS Pratiques <contact@demo.test>', { name: 'ESS Pratiques', address: 'contact@demo.test' }],
    [
      '"Réseau, Pays de la Loire" <contact@demo.test>',
      { name: 'Réseau, Pays de la Loire', address: 'contact@demo.test' },
    ],
    [
      'Réseau, Pays de la Loire <contact@demo.test>',
      { name: 'Réseau, Pays de la Loire', address: 'contact@demo.test' },
    ],
  ])('reads %s', (text, mailbox) => expect(parseMailbox(text)).toEqual(mailbox))

  test.each([
    'contact',
    'a@demo.test, b@demo.test',
    'A <a@demo.test>, B <b@demo.test>',
    'A <a@demo.test>\r\nBcc: b@demo.test',
    'A\r\nBcc: b@demo.test <a@demo.test>',
    '<a@demo.test\u0000>',
    '',
  ])('refuses %j', (text) => expect(parseMailbox(text)).toBeNull())
})
