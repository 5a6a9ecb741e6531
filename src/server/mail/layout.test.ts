import { describe, expect, test } from 'vitest'

import type { MailText } from '#texts/mails.ts'

import { layoutMail, platformBrand } from './layout.ts'

const text: MailText = {
  subject: 'Rejoindre l’équipe',
  greeting: 'Bonjour,',
  paragraphs: ['Premier paragraphe.', 'Deuxième paragraphe.'],
  button: { label: 'Ouvrir', url: 'https://pratiques.demo.test/invitation/abc?x=1&y=2' },
  closing: ['Après le bouton.'],
  reason: 'Parce que.',
}

const hostile = `<img src=x onerror=alert(1)>"'&`

describe('the HTML of a mail', () => {
  test('shows what people typed as text', () => {
    const { html } = layoutMail({
      subject: hostile,
      greeting: hostile,
      paragraphs: [hostile],
      button: { label: hostile, url: `https://demo.test/"><script>` },
      closing: [hostile],
      reason: hostile,
    })
    expect(html).not.toMatch(/<img|<script/i)
    expect(
      html.match(/&lt;img src=x onerror=alert\(1\)&gt;&quot;&#39;&amp;/g)?.length,
    ).toBeGreaterThanOrEqual(6)
  })

  test('has exactly one button, and its address in words for whom it does not open', () => {
    const { html } = layoutMail(text)
    const href = 'href="https://pratiques.demo.test/invitation/abc?x=1&amp;y=2"'
    expect(html.split(href)).toHaveLength(3)
    expect(html.match(/<a /g)).toHaveLength(2)
  })

  test.each(['javascript:alert(1)', 'data:text/html,x', '/relative', ''])('has no button to %j', (url) => {
    const { html, text: plain } = layoutMail({ ...text, button: { label: 'Ouvrir', url } })
    expect(html).not.toContain('<a ')
    expect(plain).not.toContain('Ouvrir')
  })

  test('loads nothing from anywhere and holds no script or style sheet', () => {
    expect(layoutMail(text).html).not.toMatch(/<img|<link|<script|<style|url\(|src=/i)
  })

  test('says its language', () => expect(layoutMail(text).html).toContain('<html lang="fr">'))
})

describe('the plain twin', () => {
  test('says everything that the HTML says', () => {
    const { text: plain } = layoutMail(text)
    const said = [text.greeting, ...text.paragraphs, 'https://pratiques.demo.test/invitation/abc?x=1&y=2']
    for (const sentence of [...said, ...text.closing, text.reason]) expect(plain).toContain(sentence)
  })
})

describe('a white label', () => {
  const brand = {
    name: 'Réseau <Loire>',
    band: '#7c2a47',
    onBand: '#ffffff',
    accent: '#123456',
    onAccent: '#fedcba',
  }

  test('gives its name and its colours', () => {
    const { html, text: plain } = layoutMail(text, brand)
    expect(html).toContain('Réseau &lt;Loire&gt;')
    expect(html).toContain('bgcolor="#7c2a47"')
    expect(html).toContain('bgcolor="#123456"')
    expect(html).toContain('propulsé par ESS Pratiques')
    expect(plain).toContain('Réseau <Loire>, propulsé par ESS Pratiques')
  })

  test('can bring no CSS in a colour', () => {
    const { html } = layoutMail(text, { ...brand, band: 'red;background:url(https://x.test)' })
    expect(html).not.toContain('url(')
    expect(html).toContain(`bgcolor="${platformBrand.band}"`)
  })
})

describe('the subject', () => {
  test('is one line, whatever a name holds', () => {
    expect(layoutMail({ ...text, subject: 'Ana\r\nBcc: b@demo.test vous invite' }).subject).toBe(
      'Ana Bcc: b@demo.test vous invite',
    )
  })
  test('is at most 200 characters long', () => {
    expect(layoutMail({ ...text, subject: 'mot '.repeat(100) }).subject).toMatch(/^(mot )+mot…$/)
    expect(layoutMail({ ...text, subject: 'x'.repeat(500) }).subject).toHaveLength(200)
  })
})
