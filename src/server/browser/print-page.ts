import type { Browser, HTTPRequest, Page } from 'puppeteer-core'

import { failure, ok } from '#domain/result.ts'
import type { Result } from '#domain/result.ts'

import { drawsText } from './pdf-text.ts'

export type PrintedDocument = {
  /** A whole document: `<!doctype html><html lang="fr">…`. Its styles, fonts and pictures are inside it. */
  readonly html: string
  /** Shown by PDF readers; the document's own `<title>` otherwise. */
  readonly title?: string
  /**
   * How wide the text of a page is, in CSS, e.g. `178mm`. When given, the soft hyphens that no line needs are taken out,
   * so that words can be searched and copied as they are written.
   */
  readonly textWidth?: string
  /** For the whole print, from the moment it begins. */
  readonly timeoutMs: number
}

export type PrintFailure = {
  readonly code:
    /** The pages would be blank. */
    | 'NO_TEXT'
    | 'TIMEOUT'
    /** The browser, or the page in it, died. */
    | 'BROWSER_LOST'
    /** No browser starts here; `detail` says what to do. */
    | 'NO_BROWSER'
    | 'NOT_PRINTED'
  /** For the operator's log, in English; holds nothing of the document. */
  readonly detail: string
}

export type Printed = Result<Uint8Array, PrintFailure>

/** Never leaves the machine: `.invalid` exists nowhere (RFC 2606), and we answer it ourselves. */
const address = 'https://document.invalid/'

/** A second wall behind the request filter: nothing runs, nothing is fetched, nothing is framed. */
const policy = "default-src 'none'; style-src 'unsafe-inline' data:; img-src data:; font-src data:"

/** Hands over the document once; everything else but `data:` is refused at once, so that nothing can hang. */
const serve = (html: string): ((request: HTTPRequest) => void) => {
  let served = false
  return (request) => {
    const isDocument = !served && request.isNavigationRequest() && request.url() === address
    const answer = isDocument
      ? request.respond({
          status: 200,
          contentType: 'text/html; charset=utf-8',
          headers: { 'content-security-policy': policy },
          body: html,
        })
      : request.url().startsWith('data:')
        ? request.continue()
        : // Any other reason would replace the document by an error page when it is the one that wants to leave.
          request.abort('aborted')
    served ||= isDocument
    // A request may end with its page before it is answered; the print's own failure tells.
    answer.catch(() => undefined)
  }
}

const label = ({ title }: { readonly title: string | undefined }): void => {
  document.documentElement.lang ||= 'fr'
  if (title !== undefined) document.title = title
}

/** A soft hyphen is needed where the letters on its two sides stand on different lines. */
const dropUnusedSoftHyphens = async ({ width }: { readonly width: string }): Promise<void> => {
  await document.fonts.ready
  document.body.style.width = width
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
  const range = document.createRange()
  const changes: (readonly [Text, string])[] = []
  for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
    if (!(node instanceof Text) || !node.data.includes('\u00ad')) continue
    const text = node
    // The bottom: a letter that begins a line has a rectangle without a width on the line before, too.
    const lineOf = (index: number): number => {
      range.setStart(text, index)
      range.setEnd(text, index + 1)
      return range.getBoundingClientRect().bottom
    }
    const kept = [...text.data.matchAll(/[^\u00ad]+|\u00ad/g)].filter(
      ({ 0: piece, index }) => piece !== '\u00ad' || lineOf(index - 1) !== lineOf(index + 1),
    )
    changes.push([text, kept.map(([piece]) => piece).join('')])
  }
  for (const [text, words] of changes) text.data = words
  document.body.style.width = ''
}

const print = async (page: Page, { html, title, textWidth, timeoutMs }: PrintedDocument): Promise<Uint8Array> => {
  await page.setJavaScriptEnabled(false)
  await page.setRequestInterception(true)
  page.on('request', serve(html))
  await page.goto(address, { waitUntil: 'load', timeout: timeoutMs })
  await page.evaluate(label, { title })
  if (textWidth !== undefined) {
    await page.emulateMediaType('print')
    await page.evaluate(dropUnusedSoftHyphens, { width: textWidth })
  }
  return page.pdf({
    format: 'A4',
    preferCSSPageSize: true,
    printBackground: true,
    tagged: true,
    outline: true,
    timeout: timeoutMs,
  })
}

const reasonOf = (error: unknown): string => (error instanceof Error ? `${error.name}: ${error.message}` : String(error))

/** Puppeteer's errors of a page or a connection that is gone. */
const isLost = (browser: Browser, error: unknown): boolean =>
  !browser.connected ||
  (error instanceof Error &&
    /TargetClose|ConnectionClosed|Target closed|Session closed|Page crashed|detached Frame|Connection closed/i.test(reasonOf(error)))

const failed = (code: PrintFailure['code'], detail: string): Printed => failure({ code, detail })

/**
 * Prints a document on a page of its own. Always settles within the time given, whatever the page does; what
 * it leaves behind after TIMEOUT or BROWSER_LOST is for the caller to end with the browser.
 */
export const printPage = async (browser: Browser, printed: PrintedDocument): Promise<Printed> => {
  const { promise: interrupted, resolve: interrupt } = Promise.withResolvers<Printed>()
  const timer = setTimeout(() => {
    interrupt(failed('TIMEOUT', `The print took longer than ${printed.timeoutMs} ms.`))
  }, printed.timeoutMs)
  const lost = () => interrupt(failed('BROWSER_LOST', 'The browser ended during the print.'))
  browser.once('disconnected', lost)

  const work = async (): Promise<Printed> => {
    try {
      const page = await browser.newPage()
      page.once('error', () => interrupt(failed('BROWSER_LOST', 'The page crashed during the print.')))
      const pdf = await print(page, printed)
      await page.close()
      return drawsText(pdf) ? ok(pdf) : failed('NO_TEXT', `The PDF of ${pdf.length} bytes draws no text.`)
    } catch (error) {
      if (isLost(browser, error)) return failed('BROWSER_LOST', reasonOf(error))
      const code = error instanceof Error && error.name === 'TimeoutError' ? 'TIMEOUT' : 'NOT_PRINTED'
      return failed(code, reasonOf(error))
    }
  }

  try {
    return await Promise.race([work(), interrupted])
  } finally {
    clearTimeout(timer)
    browser.off('disconnected', lost)
  }
}
