export type Mailbox = { readonly name: string; readonly address: string }

const address = /^[^\s<>@,;"\p{Cc}]+@[^\s<>@,;"\p{Cc}]+$/u

/** `Name <name@domain>`; the name may stand in quotes. */
const named = /^"?([^<>"\p{Cc}]*?)"?\s*<([^<>]+)>$/u

/**
 * Reads `name@domain` or `Name <name@domain>`; null when that is not exactly one mailbox, or when it holds
 * what can't stand in a header.
 */
export const parseMailbox = (text: string): Mailbox | null => {
  const [, name = '', inBrackets = text] = named.exec(text) ?? []
  return address.test(inBrackets) ? { name, address: inBrackets } : null
}
