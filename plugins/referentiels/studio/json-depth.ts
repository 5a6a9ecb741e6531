/**
 * How deep the blocks and lists of a JSON text stand in each other, told from its signs: what walks the value afterwards calls
 * itself for each, and runs out of stack long before a parser does.
 */
export const isDeeperThan = (text: string, most: number): boolean => {
  let depth = 0
  let inText = false
  for (let at = 0; at < text.length; at += 1) {
    const sign = text[at]
    if (inText) {
      if (sign === '\\') at += 1
      else if (sign === '"') inText = false
    } else if (sign === '"') inText = true
    else if (sign === '{' || sign === '[') {
      depth += 1
      if (depth > most) return true
    } else if (sign === '}' || sign === ']') depth -= 1
  }
  return false
}
