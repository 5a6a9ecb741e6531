import { expect, test } from 'vitest'

import { plainTextOf } from './plain-text.ts'

test('a link whose words are its address stays an address', () => {
  const html = `Vous recevez ce message.
    <a href="https://pratiques.demo.test/admin/reset/abc">https://pratiques.demo.test/admin/reset/abc</a>
    Merci &amp; à bientôt`
  expect(plainTextOf(html)).toBe(
    'Vous recevez ce message.\nhttps://pratiques.demo.test/admin/reset/abc\nMerci & à bientôt',
  )
})

test('a link with other words keeps both', () => {
  expect(plainTextOf('<p>Ouvrez <a href="https://a.test/x">la page</a></p>')).toBe(
    'Ouvrez la page (https://a.test/x)',
  )
})

test('an escaped ampersand is unescaped once', () => {
  expect(plainTextOf('&amp;lt;')).toBe('&lt;')
})
