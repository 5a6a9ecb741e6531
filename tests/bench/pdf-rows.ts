import type { Browser } from 'puppeteer-core'

import { autodiagnosticDocument } from '#features/rapport/autodiagnostic-document.ts'
import { findBrowser } from '#server/browser/find-browser.ts'
import { launchBrowser } from '#server/browser/launch-browser.ts'
import { createPrinter } from '#server/browser/printer.ts'
import { createDocumentPrinter } from '#server/pdf/document-printer.ts'

import { aReport } from '../report/a-report.ts'
import { measure, type Row } from './row.ts'
import type { Site } from './site.ts'

const timed = async (work: () => Promise<unknown>): Promise<number> => {
  const started = performance.now()
  await work()
  return performance.now() - started
}

/** As many words, titles and pages, with no style, no font, no drawing and no filter on requests. */
const plainDocument = (): string => {
  const words = 'Nos statuts et notre règlement intérieur décrivent le fonctionnement des instances de notre organisation. '
  const parts = Array.from({ length: 39 }, (_, index) => `<h2>Critère ${index + 1}</h2><p>${words.repeat(9)}</p><p>${words.repeat(4)}</p>`)
  return `<!doctype html><html lang="fr"><head><meta charset="utf-8"><style>@page{size:A4;margin:18mm}h2{break-after:avoid}p{break-inside:avoid;line-height:1.9}</style></head><body><h1>Essai</h1>${parts.join('')}</body></html>`
}

const barePrint = async (browser: Browser, html: string): Promise<void> => {
  const page = await browser.newPage()
  await page.setContent(html)
  await page.pdf({ format: 'A4', printBackground: true, tagged: true, outline: true })
  await page.close()
}

/** An autodiagnostic of 39 criteria with their practices, browser warm (design.md §7: ≤ 500 ms). */
export const autodiagnosticPdf = async ({ dataDir }: Pick<Site, 'dataDir'>): Promise<Row> => {
  const found = await findBrowser({ settings: { chromiumPath: process.env['CHROMIUM_PATH'], dataDir } })
  const printer = createPrinter({ launch: () => launchBrowser(found) })
  const bare = await launchBrowser(found)
  const plain = plainDocument()
  try {
    return await measure({
      name: 'autodiagnostic-pdf',
      unit: 'ms',
      against: 'the same browser printing as much plain text, tagged and with bookmarks',
      budget: { atMost: 5 },
      subject: () =>
        timed(async () => {
          const printed = await printer.print({ ...(await autodiagnosticDocument(aReport())), timeoutMs: 60_000 })
          if (!printed.ok) throw new Error(printed.error.detail)
        }),
      yardstick: () => timed(() => barePrint(bare, plain)),
    })
  } finally {
    await bare.close()
    await printer.close()
  }
}

/** The same document asked for again, unchanged (design.md §7: ≤ 20 ms, a seventh of a bare print on the reference machine). */
export const autodiagnosticPdfAgain = async ({ dataDir }: Pick<Site, 'dataDir'>): Promise<Row> => {
  const found = await findBrowser({ settings: { chromiumPath: process.env['CHROMIUM_PATH'], dataDir } })
  const printer = createPrinter({ launch: () => launchBrowser(found) })
  const printed = createDocumentPrinter({ print: printer.print, timeoutMs: 60_000 })
  const bare = await launchBrowser(found)
  const plain = plainDocument()
  const ask = async (): Promise<void> => {
    const result = await printed(await autodiagnosticDocument(aReport()), 'somebody')
    if (!result.ok) throw new Error(result.error.detail)
  }
  try {
    return await measure({
      name: 'autodiagnostic-pdf-again',
      unit: 'ms',
      against: 'the same browser printing as much plain text, tagged and with bookmarks',
      budget: { atMost: 0.15 },
      subject: () => timed(ask),
      yardstick: () => timed(() => barePrint(bare, plain)),
    })
  } finally {
    await bare.close()
    await printer.close()
  }
}
