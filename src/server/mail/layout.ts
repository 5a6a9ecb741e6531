import { mailFoot } from '#texts/mails.ts'
import type { MailText } from '#texts/mails.ts'

/** Who signs the mail: a network's white label, or the platform itself. Colours are `#rrggbb`. */
export type MailBrand = {
  readonly name: string
  readonly band: string
  readonly onBand: string
  readonly accent: string
  readonly onAccent: string
}

/** The light colours of the visual language; mail programs know no custom properties. */
const palette = { ground: '#f0f0ea', surface: '#fdfcf9', ink: '#1f2a33', inkSoft: '#4a555d', line: '#cfcdc0' }

const platformName = 'ESS Pratiques'

export const platformBrand: MailBrand = {
  name: platformName,
  band: '#22303b',
  onBand: '#fdfcf9',
  accent: '#0b5a63',
  onAccent: '#fdfcf9',
}

/** Longest subject that `mail.schema.ts` takes. */
const longestSubject = 200

const escapes: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}

/** Safe in text and in a quoted attribute. */
export const escapeHtml = (text: string): string =>
  text.replace(/[&<>"']/g, (character) => escapes[character] ?? '')

/** A colour that isn't `#rrggbb` could carry CSS: the platform's stands in. */
const colour = (value: string, otherwise: string): string =>
  /^#[0-9a-f]{6}$/i.test(value) ? value : otherwise

/** Names that people typed may hold line breaks; a subject is one line. */
const oneLine = (text: string): string => text.replace(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, ' ').trim()

const subjectOf = (subject: string): string => {
  const line = oneLine(subject)
  return line.length <= longestSubject ? line : `${line.slice(0, longestSubject - 1).trimEnd()}…`
}

const isWebAddress = (url: string): boolean => /^https?:\/\//i.test(url)

const font = 'font-family:Arial,Helvetica,sans-serif'

const paragraph = (text: string): string =>
  `<p style="margin:0 0 16px;${font};font-size:16px;line-height:1.5;color:${palette.ink}">${escapeHtml(text)}</p>`

const small = (text: string): string =>
  `<p style="margin:0 0 12px;${font};font-size:15px;line-height:1.5;color:${palette.inkSoft}">${text}</p>`

const button = ({ label, url }: NonNullable<MailText['button']>, brand: MailBrand): string => {
  const ground = colour(brand.accent, platformBrand.accent)
  const ink = colour(brand.onAccent, platformBrand.onAccent)
  const href = escapeHtml(url)
  // The cell carries the colour: Outlook ignores the background and padding of a link.
  return `<table role="presentation" cellpadding="0" cellspacing="0" border="0" style="margin:8px 0 16px"><tr>
<td bgcolor="${ground}" style="background-color:${ground};border-radius:10px;padding:14px 24px">
<a href="${href}" style="${font};font-size:16px;line-height:20px;font-weight:bold;color:${ink};text-decoration:none">${escapeHtml(label)}</a>
</td></tr></table>
${small(`${escapeHtml(mailFoot.button)}<br><a href="${href}" style="color:${palette.ink};word-break:break-all">${href}</a>`)}`
}

const signature = ({ name }: MailBrand): string =>
  name === platformName ? name : `${oneLine(name)}, ${mailFoot.by}`

const htmlOf = (text: MailText, brand: MailBrand): string => {
  const subject = escapeHtml(subjectOf(text.subject))
  const band = colour(brand.band, platformBrand.band)
  const onBand = colour(brand.onBand, platformBrand.onBand)
  const by = brand.name === platformName ? '' : `\n${small(escapeHtml(signature(brand)))}`
  return `<!doctype html>
<html lang="fr">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width,initial-scale=1">
<meta name="color-scheme" content="light">
<title>${subject}</title>
</head>
<body style="margin:0;padding:0;background-color:${palette.ground}">
<table role="presentation" width="100%" cellpadding="0" cellspacing="0" border="0" bgcolor="${palette.ground}" style="background-color:${palette.ground}"><tr><td align="center" style="padding:24px 12px">
<table role="presentation" width="100%" cellpadding="0" cellspacing="0" border="0" style="max-width:600px;border:1px solid ${palette.line};background-color:${palette.surface}">
<tr><td bgcolor="${band}" style="background-color:${band};padding:16px 24px;${font};font-size:18px;font-weight:bold;color:${onBand}">${escapeHtml(oneLine(brand.name))}</td></tr>
<tr><td style="padding:24px 24px 8px">
<h1 style="margin:0 0 16px;${font};font-size:22px;line-height:1.25;color:${palette.ink}">${subject}</h1>
${[text.greeting, ...text.paragraphs].map(paragraph).join('\n')}
${text.button && isWebAddress(text.button.url) ? button(text.button, brand) : ''}
${text.closing.map(paragraph).join('\n')}
</td></tr>
<tr><td style="padding:16px 24px;border-top:1px solid ${palette.line}">
${small(escapeHtml(text.reason))}
${small(mailFoot.automatic)}${by}
</td></tr>
</table>
</td></tr></table>
</body>
</html>
`
}

const plainOf = (text: MailText, brand: MailBrand): string => {
  const action =
    text.button && isWebAddress(text.button.url) ? [`${text.button.label}\n${text.button.url}`] : []
  const body = [text.greeting, ...text.paragraphs, ...action, ...text.closing]
  return `${[...body, `-- \n${signature(brand)}`, text.reason, mailFoot.automatic].join('\n\n')}\n`
}

export type LaidOutMail = { readonly subject: string; readonly text: string; readonly html: string }

/**
 * The two bodies of a mail: HTML in tables with inline styles, as mail programs want it, and the plain twin
 * that says the same. Everything from outside is escaped here. A button that leads to no web address is
 * left out.
 */
export const layoutMail = (text: MailText, brand: MailBrand = platformBrand): LaidOutMail => ({
  subject: subjectOf(text.subject),
  text: plainOf(text, brand),
  html: htmlOf(text, brand),
})
