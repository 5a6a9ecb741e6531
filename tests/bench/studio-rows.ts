import type { Browser, Page } from 'puppeteer-core'

import { findBrowser } from '#server/browser/find-browser.ts'
import { launchBrowser } from '#server/browser/launch-browser.ts'

import { largeDocument } from './large-document.ts'
import { bringDocument } from './publish-document.ts'
import { measure, median, type Row } from './row.ts'
import type { Site } from './site.ts'

const staff = { email: 'equipe@demo.test', password: 'demonstration' }
const size = { chapters: 13, objectives: 7, criteria: 15 }

/** A page that holds as many rows as the draft, as text alone: what the browser itself needs. */
const bareRows = `<!doctype html><html lang="fr"><title>Essai</title><body><input id="essai"><ul>${Array.from(
  { length: 1469 },
  (_, index) => `<li>Critère ${index}</li>`,
).join('')}</ul></body></html>`

type Open = { readonly browser: Browser; readonly page: Page; readonly bare: Page; readonly address: string }

/** A browser of the platform's staff, and the address of a draft of 1,469 elements. */
const withDraft = async <T>(site: Site, id: string, work: (open: Open) => Promise<T>): Promise<T> => {
  await bringDocument(site, largeDocument({ ...size, id }), { isPublished: false })
  const response = await fetch(`${site.url}/api/users/login`, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(staff) })
  const { token } = await response.json()
  const { docs } = await (await fetch(`${site.url}/api/drafts?where[referentiel][equals]=${id}&depth=0`, { headers: { authorization: `JWT ${token}` } })).json()
  const browser = await launchBrowser(await findBrowser({ settings: { chromiumPath: process.env['CHROMIUM_PATH'], dataDir: site.dataDir } }))
  try {
    const [page, bare] = [await browser.newPage(), await browser.newPage()]
    await browser.setCookie({ name: 'payload-token', value: String(token), domain: new URL(site.url).hostname, path: '/' })
    await page.setViewport({ width: 1280, height: 900 })
    return await work({ browser, page, bare, address: `${site.url}/admin/studio/${docs[0].id}` })
  } finally {
    await browser.close()
  }
}

const milliseconds = async (work: () => Promise<unknown>): Promise<number> => {
  const started = performance.now()
  await work()
  return performance.now() - started
}

const opened = async (page: Page, address: string): Promise<void> => {
  await page.goto(address, { waitUntil: 'domcontentloaded' })
  await page.waitForSelector('[role="treeitem"]')
}

/** From the address to a plan that can be walked through (≤ 1.5 s on the reference machine, where the bare page takes 50 ms). */
export const studioOpen = (site: Site): Promise<Row> =>
  withDraft(site, 'bench-studio', ({ page, bare, address }) =>
    measure({
      name: 'studio-open',
      unit: 'ms',
      against: 'the same browser showing as many lines of bare HTML',
      budget: { atMost: 30 },
      subject: () => milliseconds(() => opened(page, address)),
      yardstick: () => milliseconds(() => bare.setContent(bareRows)),
    }),
  )

/** Milliseconds of script, style and layout that the browser spent on the page's own thread. */
const spentOn = async (page: Page): Promise<number> => {
  const { TaskDuration = 0 } = await page.metrics()
  return TaskDuration * 1000
}

/** The thread's time for each of twenty keys, one after the other; the middle one. */
const keystroke = async (page: Page, selector: string): Promise<number> => {
  await page.bringToFront()
  await page.focus(selector)
  const spent: number[] = []
  for (let n = 0; n < 20; n += 1) {
    const before = await spentOn(page)
    await page.keyboard.type('a')
    await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => resolve(undefined))))
    spent.push((await spentOn(page)) - before)
  }
  return median(spent)
}

/** A key typed into the title of an element (≤ 16 ms, a frame, where a bare field of a page as long takes 2 ms). */
export const studioKeystroke = (site: Site): Promise<Row> =>
  withDraft(site, 'bench-frappe', async ({ page, bare, address }) => {
    await opened(page, address)
    await bare.setContent(bareRows)
    const field = await page.$$eval('input[type="text"], textarea', (all) => {
      const title = all.find((each) => each.labels?.[0]?.textContent?.startsWith('Titre'))
      title?.setAttribute('data-bench', '')
      return title === undefined ? null : '[data-bench]'
    })
    if (field === null) throw new Error('The studio shows no title to write.')
    return measure({
      name: 'studio-keystroke',
      unit: 'ms',
      against: 'a bare field of a page as long, in the same browser',
      budget: { atMost: 8 },
      subject: () => keystroke(page, field),
      yardstick: () => keystroke(bare, '#essai'),
    })
  })
