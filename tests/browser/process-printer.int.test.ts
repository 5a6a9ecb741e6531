import { afterAll, describe, expect, it } from 'vitest'

import { closePrinter, printPdf } from '#server/browser/print-pdf.ts'

import { readPdf } from './pdf-content.ts'

afterAll(closePrinter)

describe('The printer of a process', () => {
  it('finds its browser by itself and prints « éèàœ »', async () => {
    const html = '<!doctype html><html lang="fr"><head><meta charset="utf-8"><title>Essai</title></head><body><p>« éèàœ »</p></body></html>'
    const printed = await printPdf({ html, title: 'Essai', timeoutMs: 60_000 })
    if (!printed.ok) throw new Error(printed.error.detail)
    expect((await readPdf(printed.value)).text).toContain('éèàœ')
  })
})
