/** HTML that is safe to put together: what is not `Markup` is text and is escaped. */
export type Markup = { readonly markup: string }

export type Content = Markup | string | number | null | false | undefined | readonly Content[]

const escapes: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}

/** Not allowed in HTML, and drawn as boxes: control signs that people paste along. */
const control = /[\p{Cc}\p{Cs}]/gu

const written = (content: Content): string => {
  if (content === null || content === undefined || content === false) return ''
  if (typeof content === 'number') return String(content)
  if (typeof content === 'string') return content.replace(control, ' ').replace(/[&<>"']/g, (sign) => escapes[sign] ?? '')
  if ('markup' in content) return content.markup
  return content.map(written).join('')
}

/** A piece of a document; attributes with values stand in double quotes. */
export const html = (parts: TemplateStringsArray, ...contents: readonly Content[]): Markup => ({
  markup: parts.map((part, index) => part + written(contents[index])).join(''),
})

/** Markup from one of our own drawings or style sheets, never from a person. */
export const trusted = (markup: string): Markup => ({ markup })

/** A text as a CSS string, quotes included: nothing in it can end the string or the style element. */
export const cssString = (text: string): string =>
  `"${text.replace(/[^\p{L}\p{N} ·.,’'–-]/gu, (sign) => `\\${sign.codePointAt(0)?.toString(16) ?? '20'} `)}"`
