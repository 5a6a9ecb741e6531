/**
 * What organisations write: plain text with paragraphs and `-` lists (design.md §4). It tells the blocks apart;
 * nothing is interpreted, nothing is lost.
 */
export type TextBlock =
  | { readonly kind: 'paragraph'; readonly lines: readonly string[] }
  | { readonly kind: 'list'; readonly items: readonly string[] }

const item = /^\s*[-–•]\s+(.*)$/

/** The blocks of a text, in its order; blank lines part paragraphs. */
export const blocksOf = (text: string): readonly TextBlock[] => {
  const blocks: ({ kind: 'paragraph'; lines: string[] } | { kind: 'list'; items: string[] })[] = []
  let isParted = true
  for (const line of text.split(/\r\n|\r|\n|\u2028|\u2029/)) {
    const content = line.trim()
    if (content === '') {
      isParted = true
      continue
    }
    const last = isParted ? undefined : blocks.at(-1)
    const [, listed] = item.exec(line) ?? []
    if (listed !== undefined) {
      if (last?.kind === 'list') last.items.push(listed.trim())
      else blocks.push({ kind: 'list', items: [listed.trim()] })
    } else if (last?.kind === 'paragraph') last.lines.push(content)
    else blocks.push({ kind: 'paragraph', lines: [content] })
    isParted = false
  }
  return blocks
}
