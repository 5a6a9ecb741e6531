import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from 'playwright-core'

import { isOfRoute, recordVisit, routesOfApp } from './runner/routes.ts'
import { testFile } from './test-files.ts'

/** WCAG 2.2, levels A and AA, as axe tags its rules. */
const standard = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']

/** The widths at which a visited page is looked at, and the one at which it must still reflow (WCAG 1.4.10). */
const looked = [1280, 360] as const
const reflow = 320

/**
 * What axe finds in Payload's own admin, whose markup is not ours. The list is closed: anything else fails,
 * and our own views inside the admin are checked with it.
 */
const rulesOfPayload: readonly string[] = []

const accessibilityFaults = async (page: Page): Promise<readonly string[]> => {
  const isAdmin = new URL(page.url()).pathname.startsWith('/admin')
  const { violations } = await new AxeBuilder({ page })
    .withTags(standard)
    .disableRules(isAdmin ? [...rulesOfPayload] : [])
    .analyze()
  return violations.flatMap(({ id, help, nodes }) => nodes.map(({ target, failureSummary }) =>
    `${id}: ${help} at ${target.join(' ')}\n  ${failureSummary ?? ''}`))
}

/** The elements that reach beyond the window's right edge, when the page as a whole can be scrolled sideways. */
const overflowing = (page: Page): Promise<readonly string[]> =>
  page.evaluate(() => {
    const { clientWidth, scrollWidth } = document.documentElement
    if (scrollWidth <= clientWidth) return []
    const wide = [...document.body.querySelectorAll('*')]
      .filter((element) => element.getBoundingClientRect().right > clientWidth + 1)
      .slice(0, 5)
      .map((element) => `${element.tagName.toLowerCase()}.${element.className}`)
    return [`the page is ${scrollWidth} px wide in a window of ${clientWidth}: ${wide.join(', ')}`]
  })

/** `/espace/[organisation]` at 360 px is `espace-organisation-360.png`. */
const screenOf = (route: string, width: number, state?: string): string => {
  const name = route.replaceAll(/[^a-z0-9]+/gi, '-').replaceAll(/^-|-$/g, '') || 'accueil'
  return testFile('screens', `${name}${state === undefined ? '' : `-${state}`}-${width}.png`)
}

const atWidth = async (page: Page, width: number): Promise<void> => {
  await page.setViewportSize({ width, height: page.viewportSize()?.height ?? 800 })
  // Two frames: media and container queries have then been applied, and the layout settled.
  await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))))
}

type Look = {
  /** The pattern of the page's folders under src/app: `/espace/[organisation]`. */
  readonly route: string
  /** Names the screenshot of one state among several of the same route. */
  readonly state?: string
}

/**
 * Looks at the page as it stands, at 1280 and 360 px: no fault of WCAG 2.2 A and AA that axe can see, nothing
 * cut off or to be scrolled sideways (at 320 px neither), a screenshot of each in .data-test/screens. Then the
 * route counts as visited.
 */
export const look = async (page: Page, { route, state }: Look): Promise<void> => {
  const { pathname } = new URL(page.url())
  if (!routesOfApp().includes(route)) throw new Error(`There is no page ${route} under src/app.`)
  if (!isOfRoute(route, pathname)) throw new Error(`The browser stands on ${pathname}, which is not ${route}.`)
  // The router changes the address first, and the title a moment later; a page that never gets one fails here.
  await page.waitForFunction(() => document.title !== '')
  const before = page.viewportSize()
  const faults: string[] = []
  for (const width of looked) {
    await atWidth(page, width)
    await page.screenshot({ path: screenOf(route, width, state), fullPage: true })
    const found = [...(await accessibilityFaults(page)), ...(await overflowing(page))]
    faults.push(...found.map((fault) => `${width} px: ${fault}`))
  }
  await atWidth(page, reflow)
  faults.push(...(await overflowing(page)).map((fault) => `${reflow} px: ${fault}`))
  if (before) await atWidth(page, before.width)
  if (faults.length > 0) throw new Error(`${pathname} (${route}):\n${faults.join('\n')}`)
  recordVisit({ route, width: before?.width ?? looked[0] })
}

/**
 * Goes to an address and looks at what is there; the address must be the route's, after any redirection, and the
 * status the declared one: 200 unless the page says that something is missing or refused.
 */
export const visit = async (page: Page, path: string, options: Look & { readonly status?: number }): Promise<void> => {
  const { status = 200, ...looked } = options
  const response = await page.goto(path, { waitUntil: 'load' })
  if (response?.status() !== status) throw new Error(`${path} answered ${response?.status() ?? 'nothing'}, not ${status}.`)
  await look(page, looked)
}
