import type { Page } from 'playwright-core'
import { beforeAll, describe, expect, inject } from 'vitest'

import { navigationTexts } from '#texts/navigation.ts'
import { practicesTexts } from '#texts/pratiques.ts'
import { entryTexts } from '#texts/saisie.ts'
import { synthesisTexts } from '#texts/synthese.ts'
import { unsentTexts } from '#texts/unsent.ts'

import { expectPageError, journey } from '../support/browser.ts'
import { publishFixture } from '../support/publish-fixture.ts'
import { criterion, goTo, openDiagnostic, practicesOf } from './diagnostic-pages.ts'
import { signInAs, trySigningIn } from './people.ts'

const pilot = 'pilote@demo.test'

const descriptionOf = (page: Page, code: string) =>
  criterion(page, code).getByRole('textbox', { name: practicesTexts.description })

/** Of one criterion, after its latest change. */
const savedIn = (page: Page, code: string) => criterion(page, code).getByText(/Enregistré à \d+:\d\d/).first()

/** The main menu’s link: the account’s menu has another. */
const follow = (page: Page, name: string) => page.getByRole('navigation').getByRole('link', { name, exact: true }).first().click()

const signOut = async (page: Page): Promise<void> => {
  await page.getByRole('banner').locator('summary').first().click()
  await page.getByRole('button', { name: navigationTexts.signOut }).first().click()
}

/** What the browser still holds of what was typed. */
const keptHere = (page: Page): Promise<number> =>
  page.evaluate(() => Object.keys(localStorage).filter((key) => /^ess:\d+:/.test(key)).length)

beforeAll(() => publishFixture('every-kind', inject('application')), 120_000)

describe('the browser’s Back', () => {
  journey('shows the text that was saved, and one goes on writing it', async ({ page }) => {
    await signInAs(page, pilot)
    const path = practicesOf(await openDiagnostic(page, 'd'))
    await goTo(page, `${path}?theme=d`)
    await descriptionOf(page, 'd2').fill('Un livret est remis.')
    await savedIn(page, 'd2').waitFor()
    await follow(page, navigationTexts.team)
    await page.waitForURL(/equipe/)
    await page.goBack()
    await descriptionOf(page, 'd2').waitFor()
    expect(await descriptionOf(page, 'd2').inputValue()).toBe('Un livret est remis.')
    await descriptionOf(page, 'd2').fill('Un livret est remis et commenté.')
    await page.getByText(entryTexts.save.all).waitFor()
    await page.reload()
    expect(await descriptionOf(page, 'd2').inputValue()).toBe('Un livret est remis et commenté.')
  })

  journey('shows the answers and the counts that were saved, over two pages too', async ({ page }) => {
    await signInAs(page, pilot)
    const path = await openDiagnostic(page, 'f')
    await goTo(page, `${path}?theme=f&critere=f2`)
    await criterion(page, 'f2').getByRole('radio').nth(3).check({ force: true })
    await savedIn(page, 'f2').waitFor()
    const dock = page.getByRole('region', { name: 'Avancement et suite' })
    const figure = await dock.getByText(/\d sur \d/).first().innerText()
    await page.getByRole('link', { name: 'Voir la synthèse' }).first().click()
    await page.getByRole('heading', { level: 1, name: synthesisTexts.title }).waitFor()
    await page.goBack()
    await criterion(page, 'f2').getByRole('radio').first().waitFor()
    expect(await criterion(page, 'f2').locator('input:checked').getAttribute('value')).toBe('4')
    expect(await dock.getByText(/\d sur \d/).first().innerText()).toBe(figure)
    await criterion(page, 'f2').getByRole('radio').nth(4).check({ force: true })
    await savedIn(page, 'f2').waitFor()
    const rail = page.getByRole('navigation', { name: /Les \d+ chapitres/ }).first()
    await rail.getByRole('link', { name: /Préserver/ }).click()
    await page.waitForURL(/theme=e/)
    await rail.getByRole('link', { name: /Accueillir/ }).click()
    await page.waitForURL(/theme=d/)
    await page.goBack()
    await page.waitForURL(/theme=e/)
    await page.goBack()
    await criterion(page, 'f2').getByRole('radio').first().waitFor()
    expect(await criterion(page, 'f2').locator('input:checked').getAttribute('value')).toBe('5')
  })
})

describe('what is typed when the session has ended', () => {
  journey('waits for the person, who comes back to the very page, and is sent then', async ({ page }) => {
    expectPageError(page, /401/)
    await signInAs(page, pilot)
    const path = practicesOf(await openDiagnostic(page, 'd'))
    await goTo(page, `${path}?theme=d`)
    await page.context().clearCookies()
    await descriptionOf(page, 'd3').fill('Les horaires sont affichés.')
    await page.getByRole('link', { name: entryTexts.save.signIn }).first().click()
    await page.waitForURL(/connexion/)
    await trySigningIn(page, pilot)
    await page.waitForURL((url) => url.pathname === path && url.search === '?theme=d')
    await savedIn(page, 'd3').waitFor()
    expect(await descriptionOf(page, 'd3').inputValue()).toBe('Les horaires sont affichés.')
  })

  journey('brings back to the very page who opens it without a session', async ({ page }) => {
    await signInAs(page, pilot)
    const path = await openDiagnostic(page, 'a')
    await page.context().clearCookies()
    await page.goto(`${path}?theme=b&critere=b2`)
    await page.waitForURL(/connexion/)
    await trySigningIn(page, pilot)
    await page.waitForURL((url) => url.pathname === path && url.search === '?theme=b&critere=b2')
  })
})

describe('signing out', () => {
  journey('sends first what is still being typed, and leaves nothing on the device', async ({ page }) => {
    await signInAs(page, pilot)
    const path = practicesOf(await openDiagnostic(page, 'e'))
    await goTo(page, `${path}?theme=e`)
    await descriptionOf(page, 'e2').fill('L’eau de pluie arrose le jardin.')
    await signOut(page)
    await page.waitForURL(/connexion/)
    expect(await keptHere(page)).toBe(0)
    await trySigningIn(page, pilot)
    await page.waitForURL(/espace/)
    await goTo(page, `${path}?theme=e`)
    expect(await descriptionOf(page, 'e2').inputValue()).toBe('L’eau de pluie arrose le jardin.')
  })

  journey('warns of what could not be sent, lets one stay, and erases it from the device when one goes', async ({ page }) => {
    expectPageError(page, /ERR_FAILED/)
    await signInAs(page, pilot)
    const path = practicesOf(await openDiagnostic(page, 'e'))
    await goTo(page, `${path}?theme=e`)
    await page.route('**/api/diagnostics/**', (route) => route.abort())
    await descriptionOf(page, 'e3').fill('Le compost est partagé.')
    await page.getByText(entryTexts.save.offline).first().waitFor()
    await signOut(page)
    const dialog = page.getByRole('dialog', { name: unsentTexts.title(1) })
    await dialog.getByRole('button', { name: unsentTexts.stay }).click()
    expect(await descriptionOf(page, 'e3').inputValue()).toBe('Le compost est partagé.')
    expect(await keptHere(page)).toBe(1)
    await page.getByRole('button', { name: navigationTexts.signOut }).first().click()
    await dialog.getByRole('button', { name: unsentTexts.leave }).click()
    await page.waitForURL(/connexion/)
    expect(await keptHere(page)).toBe(0)
  })

  journey('closes what other tabs show, too', async ({ page }) => {
    await signInAs(page, pilot)
    const path = practicesOf(await openDiagnostic(page, 'e'))
    await goTo(page, `${path}?theme=e`)
    const other = await page.context().newPage()
    await goTo(other, `${path}?theme=d`)
    await signOut(other)
    await page.waitForURL(/connexion/)
  })
})

describe('two people on one machine', () => {
  journey('never sign for each other: the first one’s page goes, and what they typed is sent when they are back', async ({ page }) => {
    expectPageError(page, /ERR_FAILED/)
    await signInAs(page, pilot)
    const path = practicesOf(await openDiagnostic(page, 'e'))
    await goTo(page, `${path}?theme=e`)
    await page.route('**/api/diagnostics/**', (route) => route.abort())
    await descriptionOf(page, 'e1').fill('Les restes sont donnés.')
    await page.getByText(entryTexts.save.offline).first().waitFor()
    await page.context().clearCookies()
    const other = await page.context().newPage()
    // The browser asks before it leaves what was not sent.
    page.on('dialog', (dialog) => void dialog.accept())
    const left = page.waitForEvent('framenavigated')
    await signInAs(other, 'consultant@demo.test')
    await left
    expect(await other.evaluate(() => Object.keys(localStorage).filter((key) => /^ess:\d+:/.test(key)).length)).toBe(1)
    await page.unroute('**/api/diagnostics/**')
    await page.context().clearCookies()
    await signInAs(other, pilot)
    await goTo(other, `${path}?theme=e`)
    // The first page has come back as well: whichever is awake first sends it.
    await Promise.any([page, other].map((each) => savedIn(each, 'e1').waitFor()))
    await goTo(other, `${path}?theme=e`)
    expect(await descriptionOf(other, 'e1').inputValue()).toBe('Les restes sont donnés.')
  })
})
