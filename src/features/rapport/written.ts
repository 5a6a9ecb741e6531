import { blocksOf } from '#domain/report/written-text.ts'
import { withSoftHyphens } from '#server/pdf/soft-hyphens.ts'

import { html, type Markup } from './html.ts'

/** Running text on paper, with the places where its words may be cut. */
export const running = (text: string): string => withSoftHyphens(text)

/** What an organisation wrote: its paragraphs, line breaks and lists. */
export const writtenText = (text: string): readonly Markup[] =>
  blocksOf(text).map((block) =>
    block.kind === 'list'
      ? html`<ul class="written">${block.items.map((item) => html`<li>${running(item)}</li>`)}</ul>`
      : html`<p>${block.lines.map((line, index) => (index === 0 ? running(line) : html`<br>${running(line)}`))}</p>`,
  )
