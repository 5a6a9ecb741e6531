import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core'
import { inject, test as base, type TestContext } from 'vitest'

import { type PageComplaints, watchPage } from './page-complaints.ts'
import './provided.ts'
import { testFile } from './test-files.ts'

/** The two widths at which every screen is looked at (look.md). */
export const widths = { wide: 1280, narrow: 360 } as const

const heights = { wide: 800, narrow: 740 } as const

let running: Promise<Browser> | undefined

const launch = (): Promise<Browser> => {
  const { executablePath, env, args } = inject('browser')
  return chromium.launch({ executablePath, env, args: [...args], headless: true })
}

/** One browser per worker; it ends with it. */
const browser = (): Promise<Browser> => {
  running ??= launch()
  return running
}

const complaintsOf = new WeakMap<Page, PageComplaints>()

/**
 * Declares that this page prints an error that belongs to the journey, such as a refused request's status.
 * @public
 */
export const expectPageError = (page: Page, pattern: RegExp): void => {
  const complaints = complaintsOf.get(page)
  if (complaints === undefined) throw new Error('This page was not opened by the journey’s fixtures.')
  complaints.expect(pattern)
}

/** A person at a browser: cookies of their own, French, in the given window. */
const openContext = async (size: keyof typeof widths): Promise<{ context: BrowserContext; watch: PageComplaints }> => {
  const context = await (await browser()).newContext({
    baseURL: inject('application').url,
    viewport: { width: widths[size], height: heights[size] },
    locale: 'fr-FR',
    timezoneId: 'Europe/Paris',
    hasTouch: size === 'narrow',
    isMobile: size === 'narrow',
    reducedMotion: 'reduce',
  })
  context.setDefaultTimeout(15_000)
  const watch = watchPage()
  context.on('page', (page) => {
    complaintsOf.set(page, watch)
    watch.listen(page)
  })
  return { context, watch }
}

type Test = { readonly task: TestContext['task'] }
type Cleanup = { readonly onCleanup: (cleanup: () => Promise<void>) => void }

/** What the page showed when its journey failed: `.data-test/failures/<journey>.png`. */
const keepFailure = async (page: Page, { name, result }: TestContext['task']): Promise<void> => {
  if (result?.state !== 'fail' || page.isClosed()) return
  const file = `${name.replaceAll(/[^\p{L}\p{N}]+/gu, '-')}-${page.viewportSize()?.width ?? 0}.png`
  await page.screenshot({ path: testFile('failures', file), fullPage: true })
}

const openPage = async (size: keyof typeof widths, { task, onCleanup }: Test & Cleanup): Promise<Page> => {
  const { context, watch } = await openContext(size)
  const page = await context.newPage()
  onCleanup(async () => {
    await keepFailure(page, task)
    await context.close()
    watch.check()
  })
  return page
}

/**
 * The test of a journey: `journey('…', async ({ page }) => …)`. `page` is a window of 1280 px, `phone` one of
 * 360 px, each a person of its own; `other` is a second person at 1280 px. A console error or a violation of
 * the content security policy on any of them fails the journey.
 */
export const journey = base
  .extend('page', ({ task }, { onCleanup }) => openPage('wide', { task, onCleanup }))
  .extend('phone', ({ task }, { onCleanup }) => openPage('narrow', { task, onCleanup }))
  .extend('other', ({ task }, { onCleanup }) => openPage('wide', { task, onCleanup }))
