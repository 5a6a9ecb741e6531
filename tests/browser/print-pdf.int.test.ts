import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { createServer } from 'node:net'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import path from 'node:path'

import type { Browser } from 'puppeteer-core'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'

import { findBrowser } from '#server/browser/find-browser.ts'
import type { FoundBrowser } from '#server/browser/launch-browser.ts'
import { launchBrowser } from '#server/browser/launch-browser.ts'
import type { Printer, PrinterOptions } from '#server/browser/printer.ts'
import { createPrinter } from '#server/browser/printer.ts'

import { hiddenMachine } from './hidden-machine.ts'
import { readPdf } from './pdf-content.ts'

let dataDir: string
let found: FoundBrowser
let printer: Printer
let launched: Browser[]

const aPrinter = (options: Partial<PrinterOptions> & { readonly onLaunch?: (browser: Browser) => void } = {}): Printer => {
  launched = []
  printer = createPrinter({
    launch: async () => {
      const browser = await launchBrowser(found)
      launched.push(browser)
      options.onLaunch?.(browser)
      return browser
    },
    ...options,
  })
  return printer
}

const page = (body: string, head = ''): string =>
  `<!doctype html><html lang="fr"><head><meta charset="utf-8">${head}</head><body>${body}</body></html>`

const print = (html: string, timeoutMs = 30_000) => printer.print({ html, timeoutMs })

const contentOf = async (html: string) => {
  const result = await print(html)
  if (!result.ok) throw new Error(`${result.error.code}: ${result.error.detail}`)
  return readPdf(result.value)
}

const kill = (browser: Browser) => {
  const { pid } = browser.process() ?? {}
  if (pid !== undefined) process.kill(pid, 'SIGKILL')
}

beforeAll(async () => {
  dataDir = await mkdtemp(path.join(tmpdir(), 'ess-print-'))
  found = await findBrowser({ settings: { chromiumPath: undefined, dataDir }, machine: hiddenMachine() })
})

afterEach(() => printer.close())
afterAll(() => rm(dataDir, { recursive: true, force: true }))

describe('a printed document', () => {
  it('is A4, tagged, in French, with a title and bookmarks', async () => {
    aPrinter()
    const result = await printer.print({
      html: page('<h1>Synthèse 2026</h1><h2>Gouvernance</h2><p>Texte.</p><h1>Annexe</h1>'),
      title: 'Les Ateliers du Halage',
      timeoutMs: 30_000,
    })
    const pdf = await readPdf(result.ok ? result.value : new Uint8Array())
    expect(pdf).toMatchObject({
      pages: 1,
      lang: 'fr',
      title: 'Les Ateliers du Halage',
      isTagged: true,
      bookmarks: ['Synthèse 2026', 'Annexe'],
      size: [596, 842],
    })
  })

  it('says that it is French when its author forgot', async () => {
    aPrinter()
    expect(await contentOf('<!doctype html><p>Texte.</p>')).toMatchObject({ lang: 'fr' })
  })

  it('keeps the page size that its style asks for', async () => {
    aPrinter()
    expect(await contentOf(page('<p>Paysage</p>', '<style>@page { size: A4 landscape }</style>'))).toMatchObject({ size: [842, 595] })
  })

  it('prints embedded pictures and styles', async () => {
    aPrinter()
    const svg = `data:image/svg+xml,${encodeURIComponent('<svg xmlns="http://www.w3.org/2000/svg" width="90" height="90"><circle r="40" cx="45" cy="45"/></svg>')}`
    const [plain, withPicture] = [await print(page('<p>Rond</p>')), await print(page(`<p>Rond</p><img alt="" src="${svg}">`))]
    expect(withPicture.ok && plain.ok && withPicture.value.length > plain.value.length).toBe(true)
  })
})

describe('a document that asks for more than paper', () => {
  it('runs no script', async () => {
    aPrinter()
    const html = page('<p id="a">avant</p><script>document.getElementById("a").textContent = "après"; for (;;);</script><img alt="" src="data:," onerror="document.body.textContent = 1">')
    expect((await contentOf(html)).text.trim()).toBe('avant')
  })

  it('reaches no other machine, and no server that never answers can hold it', async () => {
    let connections = 0
    const server = createServer(() => {
      connections += 1
    })
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    const silent = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
    try {
      aPrinter()
      const html = page(
        `<p>Texte</p><img alt="" src="${silent}/a.png"><iframe src="${silent}/b"></iframe><object data="${silent}/c"></object><embed src="${silent}/d">`,
        `<meta http-equiv="refresh" content="0; url=${silent}/e"><link rel="stylesheet" href="${silent}/f.css"><link rel="preload" as="font" href="${silent}/g">
         <style>@import '${silent}/h.css'; @font-face { font-family: x; src: url(${silent}/i.woff2) } p { font-family: x, sans-serif; background: url(${silent}/j.png) }</style>`,
      )
      expect((await contentOf(html)).text.trim()).toBe('Texte')
      expect(connections).toBe(0)
    } finally {
      server.close()
    }
  })

  it('reads no file of the server', async () => {
    const secret = path.join(dataDir, 'secret.txt')
    await writeFile(secret, 'le mot de passe')
    aPrinter()
    const { text } = await contentOf(page(`<p>Texte</p><iframe src="file://${secret}"></iframe><object data="file://${secret}"></object>`))
    expect(text.trim()).toBe('Texte')
  })
})

describe('a print that went wrong is a value', () => {
  it.each([
    ['nothing', ''],
    ['a picture alone', '<svg width="50" height="50"><circle r="20" cx="25" cy="25"/></svg>'],
    ['hidden text alone', '<p style="display: none">Texte</p>'],
  ])('a document with %s is refused', async (_, body) => {
    aPrinter()
    expect(await print(page(body))).toMatchObject({ ok: false, error: { code: 'NO_TEXT' } })
  })

  it('a browser that has no font at all gives no blank file', async () => {
    const empty = path.join(dataDir, 'no-fonts.conf')
    await writeFile(empty, '<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "urn:fontconfig:fonts.dtd"><fontconfig></fontconfig>')
    aPrinter({ launch: () => launchBrowser({ ...found, env: { ...found.env, FONTCONFIG_FILE: empty } }) })
    expect((await print(page('<p>Texte</p>'))).ok).toBe(false)
  })

  it('one that takes too long is stopped, and the next one is printed', async () => {
    aPrinter()
    expect(await print(page('<p>Texte</p>'), 1)).toMatchObject({ ok: false, error: { code: 'TIMEOUT' } })
    expect((await contentOf(page('<p>Suivant</p>'))).text.trim()).toBe('Suivant')
  })

  it('a browser that does not start is told', async () => {
    aPrinter({ launch: () => Promise.reject(new Error('No browser here.')) })
    expect(await print(page('<p>Texte</p>'))).toEqual({ ok: false, error: { code: 'NO_BROWSER', detail: 'No browser here.' } })
  })
})

describe('the browser', () => {
  it('killed during a print is replaced, and the print succeeds', async () => {
    aPrinter({
      onLaunch: (browser) => {
        if (launched.length === 1) browser.once('targetcreated', () => kill(browser))
      },
    })
    expect((await contentOf(page('<p>Texte</p>'))).text.trim()).toBe('Texte')
    expect(launched).toHaveLength(2)
  })

  it('killed twice in a row is an error', async () => {
    aPrinter({ onLaunch: (browser) => void browser.once('targetcreated', () => kill(browser)) })
    expect(await print(page('<p>Texte</p>'))).toMatchObject({ ok: false, error: { code: 'BROWSER_LOST' } })
    expect(launched).toHaveLength(2)
  })

  it('killed between two prints is replaced', async () => {
    aPrinter()
    await contentOf(page('<p>Un</p>'))
    launched.forEach(kill)
    expect((await contentOf(page('<p>Deux</p>'))).text.trim()).toBe('Deux')
  })

  it('is one for many documents at once', async () => {
    aPrinter()
    const texts = await Promise.all(Array.from({ length: 6 }, (_, index) => contentOf(page(`<p>Numéro ${index}</p>`))))
    expect(texts.map(({ text }) => text.trim())).toEqual(Array.from({ length: 6 }, (_, index) => `Numéro ${index}`))
    expect(launched).toHaveLength(1)
  })

  it('is replaced after the documents that it may print, and leaves', async () => {
    aPrinter({ documentsPerBrowser: 2 })
    for (let index = 0; index < 5; index += 1) await contentOf(page(`<p>Numéro ${index}</p>`))
    expect(launched).toHaveLength(3)
    await expect.poll(() => launched.slice(0, 2).map(({ connected }) => connected)).toEqual([false, false])
    expect(launched[2]?.connected).toBe(true)
  })

  it('leaves when there is nothing to print, and takes its profile along', async () => {
    aPrinter({ idleMs: 0 })
    await contentOf(page('<p>Texte</p>'))
    await expect.poll(() => launched[0]?.connected).toBe(false)
    expect((await contentOf(page('<p>Encore</p>'))).text.trim()).toBe('Encore')
  })
})
