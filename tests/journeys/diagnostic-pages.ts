import type { Page } from 'playwright-core'

import { diagnosticTexts } from '#texts/diagnostic.ts'

/** An organisation without demonstration data on `every-kind.yaml`: journeys share its diagnostic, each in criteria of its own. */
export const space = '/espace/6590'

export const uuid = /\/diagnostic\/[0-9a-f]{8}-[0-9a-f-]{27}/

/** The first part of an address, without what it shows open. */
export const pathOf = (page: Page): string => new URL(page.url()).pathname

export const criterion = (page: Page, code: string) => page.locator(`[id="critere-${code}"]`)

/** Of `every-kind.yaml`, in which the organisation of these journeys has no demonstration data. */
export const referentiel = /Référentiel de tous les types/

/** Goes to a page of a diagnostic and waits until its fields are awake. */
export const goTo = async (page: Page, address: string): Promise<void> => {
  await page.goto(address)
  await page.locator('main [inert]').first().waitFor({ state: 'detached' })
}

/** Opens the organisation's diagnostic of it, starting it when no journey has yet; each works in a theme of its own. */
export const openDiagnostic = async (page: Page, theme: string): Promise<string> => {
  await page.goto(`${space}/diagnostic/nouveau`)
  await page.getByRole('radio', { name: referentiel }).check()
  await page.getByRole('button', { name: diagnosticTexts.create.choose.continue }).click()
  await page.waitForURL(/referentiel=/)
  const start = page.getByRole('button', { name: diagnosticTexts.create.submit })
  const resume = page.getByRole('link', { name: diagnosticTexts.create.resume })
  await start.or(resume).waitFor()
  await (await start.isVisible() ? start : resume).click()
  await page.waitForURL(uuid)
  const path = pathOf(page)
  await goTo(page, `${path}?theme=${theme}`)
  return path
}

export const saved = (page: Page) => page.getByText(/Enregistré à \d+:\d\d/).first()

/** Of a diagnostic, the page on which practices are described. */
export const practicesOf = (path: string): string => path.replace('/diagnostic/', '/bonnes-pratiques/')
