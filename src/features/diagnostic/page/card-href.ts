/** Where a criterion stands open: its page, named, and its place on it. */
export const cardHref = ({ path = '', page, criterion }: {
  /** Of the page; empty on the page itself. */
  readonly path?: string
  readonly page: string
  readonly criterion: string
}): string =>
  `${path}?theme=${encodeURIComponent(page)}&critere=${encodeURIComponent(criterion)}#critere-${encodeURIComponent(criterion)}`
