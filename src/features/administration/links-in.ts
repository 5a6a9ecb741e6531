/** The web addresses in a plain text, each once, in the order in which they stand. */
export const linksIn = (text: string): readonly string[] => {
  const found = text.match(/https?:\/\/[^\s<>"]+/giu) ?? []
  // A sentence's own full stop or bracket isn't part of the address.
  return [...new Set(found.map((link) => link.replace(/[).,;:!?»\]]+$/u, '')))].filter((link) => URL.canParse(link))
}
