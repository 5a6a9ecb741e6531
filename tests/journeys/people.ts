import type { Page } from 'playwright-core'

import { accountTexts } from '#texts/compte.ts'

/** Of every demonstration account (design.md §6). */
export const demoPassword = 'demonstration'

/** Long, and of no list: what people in journeys choose. */
export const goodPassword = 'tuffeau ardoise genêt rivière'

/** Fills in the sign-in form and sends it, wherever it leads. */
export const trySigningIn = async (page: Page, email: string, password = demoPassword): Promise<void> => {
  await page.getByLabel(accountTexts.fields.email).fill(email)
  await page.getByRole('textbox', { name: accountTexts.fields.password }).fill(password)
  await page.getByRole('button', { name: accountTexts.signIn.submit }).click()
}

/** Signs in and waits for what comes after. */
export const signInAs = async (page: Page, email: string, password = demoPassword): Promise<void> => {
  await page.goto('/connexion')
  await trySigningIn(page, email, password)
  await page.waitForURL(({ pathname }) => pathname !== '/connexion')
}
