import type { Browser } from 'puppeteer-core'

import { failure } from '#domain/result.ts'

import { killBrowser } from './launch-browser.ts'
import type { Printed, PrintedDocument } from './print-page.ts'
import { printPage } from './print-page.ts'

export type PrinterOptions = {
  readonly launch: () => Promise<Browser>
  /** Chromium's memory grows with what it printed; a new one costs a few tenths of a second. @default 100 */
  readonly documentsPerBrowser?: number
  /** Prints at once; the others wait. Two cores gain nothing from more (trial.md §5). @default 2 */
  readonly concurrency?: number
  /** A browser without work leaves after this time: it holds 150 to 400 MB. @default 60_000 */
  readonly idleMs?: number
}

export type Printer = {
  readonly print: (document: PrintedDocument) => Promise<Printed>
  /** Ends the browser for good; prints under way or asked for afterwards answer BROWSER_LOST. */
  readonly close: () => Promise<void>
}

type Lease = {
  readonly browser: Promise<Browser>
  /** Documents begun. */
  begun: number
  printing: number
  idle?: NodeJS.Timeout
}

/** Calls that wait for one of a fixed number of places, in their order. */
const places = (count: number) => {
  const waiting: (() => void)[] = []
  let free = count
  return {
    take: async (): Promise<void> => {
      if (free > 0) free -= 1
      else await new Promise<void>((resolve) => waiting.push(resolve))
    },
    give: (): void => {
      const next = waiting.shift()
      if (next) next()
      else free += 1
    },
  }
}

/** One browser for many documents: started when needed, replaced when it has worked enough or was lost. */
export const createPrinter = ({
  launch,
  documentsPerBrowser = 100,
  concurrency = 2,
  idleMs = 60_000,
}: PrinterOptions): Printer => {
  const queue = places(concurrency)
  const leases = new Set<Lease>()
  let current: Lease | undefined
  let isClosed = false

  const end = (lease: Lease, how: (browser: Browser) => unknown): Promise<unknown> => {
    clearTimeout(lease.idle)
    if (current === lease) current = undefined
    leases.delete(lease)
    return lease.browser.then(how).catch(() => undefined)
  }
  const close = (browser: Browser) => browser.close()

  const take = (): Lease => {
    const lease = current ?? { browser: launch(), begun: 0, printing: 0 }
    leases.add(lease)
    clearTimeout(lease.idle)
    lease.begun += 1
    lease.printing += 1
    current = lease.begun < documentsPerBrowser ? lease : undefined
    return lease
  }

  const give = (lease: Lease): void => {
    lease.printing -= 1
    if (lease.printing > 0) return
    if (lease !== current) void end(lease, close)
    else lease.idle = setTimeout(() => void end(lease, close), idleMs).unref()
  }

  const printOnce = async (document: PrintedDocument): Promise<Printed> => {
    if (isClosed) return failure({ code: 'BROWSER_LOST', detail: 'The printer was closed.' })
    const lease = take()
    try {
      const browser = await lease.browser
      const printed = await printPage(browser, document)
      if (!printed.ok && (printed.error.code === 'BROWSER_LOST' || printed.error.code === 'TIMEOUT')) {
        await end(lease, killBrowser)
      }
      return printed
    } catch (error) {
      await end(lease, killBrowser)
      return failure({ code: 'NO_BROWSER', detail: error instanceof Error ? error.message : String(error) })
    } finally {
      give(lease)
    }
  }

  return {
    print: async (document) => {
      await queue.take()
      try {
        const printed = await printOnce(document)
        return !printed.ok && printed.error.code === 'BROWSER_LOST' ? await printOnce(document) : printed
      } finally {
        queue.give()
      }
    },
    close: async () => {
      isClosed = true
      await Promise.all([...leases].map((lease) => end(lease, close)))
    },
  }
}
