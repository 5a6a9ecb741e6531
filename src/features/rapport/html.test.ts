import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import { cssString, html, trusted } from './html.ts'

describe('a document put together', () => {
  it('escapes texts and keeps markup', () => {
    expect(html`<p title="${'"a" & <b>'}">${['<i>', trusted('<br>'), null, false, 3]}</p>`.markup)
      .toBe('<p title="&quot;a&quot; &amp; &lt;b&gt;">&lt;i&gt;<br>3</p>')
  })

  it('opens no element and no attribute, whatever was typed', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => {
      expect(html`${text}`.markup).not.toMatch(/[<>"']/)
    }))
  })

  it('gives no control sign to the page', () => {
    expect(html`${'a\u0000b\u001fc'}`.markup).toBe('a b c')
  })
})

describe('a text in a style sheet', () => {
  it('stays readable and inside its quotes', () => {
    expect(cssString('Les Ateliers du Halage · Démarche 2026')).toBe('"Les Ateliers du Halage · Démarche 2026"')
    expect(cssString('a"; } </style>\n\\')).toBe('"a\\22 \\3b  \\7d  \\3c \\2f style\\3e \\a \\5c "')
  })

  it('can end neither its string nor the style, whatever was typed', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => {
      expect(cssString(text).slice(1, -1)).not.toMatch(/["<>\n\r\f]/)
    }))
  })
})
