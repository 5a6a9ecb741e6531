import { describe, expect, it } from 'vitest'

import { linksIn } from './links-in.ts'

describe('The links of a mail', () => {
  it('are found where they stand, each once', () => {
    const text = 'Ouvrez\nhttps://pratiques.demo.test/invitation/Ab-_9\nou https://pratiques.demo.test/invitation/Ab-_9'
    expect(linksIn(text)).toEqual(['https://pratiques.demo.test/invitation/Ab-_9'])
  })

  it('end before the sentence that holds them ends', () => {
    expect(linksIn('Voir (http://127.0.0.1:3000/espace). Merci')).toEqual(['http://127.0.0.1:3000/espace'])
  })

  it('are web addresses only', () => {
    expect(linksIn('javascript:alert(1) ftp://demo.test data:text/html,x https://')).toEqual([])
  })
})
