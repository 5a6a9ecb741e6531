import type { Page } from 'playwright-core'

/** What the pages of one person said that no page should say. */
export type PageComplaints = {
  readonly listen: (page: Page) => void
  readonly expect: (pattern: RegExp) => void
  /** Throws when something undeclared was said, or something declared was not. */
  readonly check: () => void
}

/**
 * Listens for errors of the console (violations of the content security policy are among them), for exceptions
 * that nothing caught, and for answers of our own server with a status of 500 and more.
 */
export const watchPage = (): PageComplaints => {
  const said: string[] = []
  const expected: RegExp[] = []
  return {
    listen: (page) => {
      page.on('console', (message) => {
        // The browser repeats the status of a page that was asked for by its address: `visit` judges it.
        const isPageItself = message.text().startsWith('Failed to load resource') && message.location().url === page.url()
        if (message.type() !== 'error' || isPageItself) return
        said.push(`${message.text()} (${message.location().url || page.url()})`)
      })
      page.on('pageerror', (error) => said.push(`${error.stack ?? error.message} (${page.url()})`))
      page.on('response', (response) => {
        if (response.status() >= 500) said.push(`${response.status()} ${response.url()}`)
      })
    },
    expect: (pattern) => expected.push(pattern),
    check: () => {
      const undeclared = said.filter((line) => !expected.some((pattern) => pattern.test(line)))
      const missing = expected.filter((pattern) => !said.some((line) => pattern.test(line)))
      if (undeclared.length > 0) throw new Error(`The browser complained:\n${undeclared.join('\n')}`)
      if (missing.length > 0) throw new Error(`Declared, but the browser never said: ${missing.join(', ')}`)
    },
  }
}
