import { describe, expect, it } from 'vitest'

import { href } from './codes.ts'

const isLink = (text: string): boolean => href.safeParse(text).success

describe('A link', () => {
  it.each(['https://exemple.fr', 'http://exemple.fr:8080/a?de=b@c.fr#@', 'HTTPS://exemple.fr/@compte', 'mailto:nous@exemple.fr'])('%s leads to the web or writes to somebody', (text) => {
    expect(isLink(text)).toBe(true)
  })

  it.each([
    'https://user:pass@exemple.fr/', 'http://user@exemple.fr', 'https://banque.fr@ailleurs.fr', 'HTTPS://:@exemple.fr', String.raw`https://banque.fr\@ailleurs.fr`,
    'javascript:alert(1)', 'https://', 'https://a b',
  ])('%s leads nowhere that one may read or follow', (text) => {
    expect(isLink(text)).toBe(false)
  })
})
