import { findBrowser } from './find-browser.ts'
import { launchBrowser } from './launch-browser.ts'
import type { Printed, PrintedDocument } from './print-page.ts'
import type { Printer } from './printer.ts'
import { createPrinter } from './printer.ts'

let found: ReturnType<typeof findBrowser> | undefined

/** The lookup starts browsers to try them: once per process, and again only after a failure. */
const browserOfThisProcess = (): ReturnType<typeof findBrowser> => {
  found ??= findBrowser().catch((error: unknown) => {
    found = undefined
    throw error
  })
  return found
}

let printer: Printer | undefined

/**
 * Prints a document as a tagged A4 PDF with bookmarks, offline and without running scripts. What goes wrong is
 * a value: a blank PDF, a print that hangs, a browser that is missing or dies twice in a row.
 */
export const printPdf = (document: PrintedDocument): Promise<Printed> => {
  printer ??= createPrinter({ launch: async () => launchBrowser(await browserOfThisProcess()) })
  return printer.print(document)
}

/** For the end of the process. */
export const closePrinter = async (): Promise<void> => {
  const closing = printer
  printer = undefined
  await closing?.close()
}
