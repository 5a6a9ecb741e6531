import { describe, expect } from 'vitest'

import { accountTexts } from '#texts/compte.ts'
import { errorSentences } from '#texts/errors.ts'
import { spaceTexts } from '#texts/espace.ts'
import { navigationTexts } from '#texts/navigation.ts'
import { teamTexts } from '#texts/equipe.ts'

import { journey } from '../support/browser.ts'
import { look, visit } from '../support/visit.ts'
import { demoPassword, signInAs, trySigningIn } from './people.ts'

describe('signing in', () => {
  journey('a wrong password is refused with what to do, and the address stays typed', async ({ page }) => {
    await visit(page, '/connexion', { route: '/connexion' })
    await trySigningIn(page, 'lecteur@demo.test', 'ce n’est pas lui')
    const refusal = page.locator('main').getByRole('alert')
    await refusal.getByText(errorSentences.WRONG_CREDENTIALS({})).waitFor()
    expect(await refusal.evaluate((element) => element === document.activeElement)).toBe(true)
    expect(await page.getByLabel(accountTexts.fields.email).inputValue()).toBe('lecteur@demo.test')
    await look(page, { route: '/connexion', state: 'refus' })

    await trySigningIn(page, 'lecteur@demo.test')
    await page.waitForURL('**/espace/6590')
    expect(await page.getByRole('heading', { level: 1 }).innerText()).toBe(spaceTexts.hello('Gérard'))
  })

  journey('leads back to the page that was asked for, and never to another site', async ({ page }) => {
    await page.goto('/espace/6590')
    await page.waitForURL('**/connexion?suite=*')
    await trySigningIn(page, 'contributeur@demo.test')
    await page.waitForURL('**/espace/6590')

    await page.context().clearCookies()
    await page.goto(`/connexion?suite=${encodeURIComponent('//ailleurs.demo.test/')}`)
    await trySigningIn(page, 'contributeur@demo.test')
    await page.waitForURL('**/espace/6590')
  })

  journey('after ten wrong passwords the account rests, even for the right one', async ({ page }) => {
    await page.goto('/connexion')
    for (let attempt = 1; attempt <= 10; attempt += 1) {
      await trySigningIn(page, 'jeanne.lorho@demo.test', `essai numéro ${attempt}`)
      await page.locator('main').getByRole('alert').waitFor()
      await expect.poll(() => page.getByRole('button', { name: accountTexts.signIn.submit }).isEnabled()).toBe(true)
    }
    await trySigningIn(page, 'jeanne.lorho@demo.test')
    await page.locator('main').getByRole('alert').getByText(/Réessayez dans/).waitFor()
    expect(new URL(page.url()).pathname).toBe('/connexion')
  })

  journey('signing out ends the session, also for a tab that kept the address', async ({ page }) => {
    await signInAs(page, 'contributeur@demo.test')
    const tab = await page.context().newPage()
    await page.getByText('Aminata Koné').first().click()
    await page.getByRole('button', { name: navigationTexts.signOut }).first().click()
    await page.waitForURL('**/connexion')
    await tab.goto('/espace/6590')
    await tab.waitForURL('**/connexion?suite=*')
  })

  journey('works without JavaScript, refusal included', async ({ page }) => {
    const browser = page.context().browser()
    if (browser === null) throw new Error('This page belongs to no browser.')
    const context = await browser.newContext({ baseURL: new URL('/', await addressOf(page)).href, javaScriptEnabled: false })
    try {
      const plain = await context.newPage()
      await plain.goto('/connexion')
      await trySigningIn(plain, 'solene.guerin@demo.test', 'ce n’est pas lui')
      await plain.getByText(errorSentences.WRONG_CREDENTIALS({})).waitFor()
      expect(await plain.getByLabel(accountTexts.fields.email).inputValue()).toBe('solene.guerin@demo.test')
      await trySigningIn(plain, 'solene.guerin@demo.test')
      await plain.waitForURL('**/espace/6590')
      await plain.getByText('Solène Guérin').first().click()
      await plain.getByRole('button', { name: navigationTexts.signOut }).first().click()
      await plain.waitForURL('**/connexion')
    } finally {
      await context.close()
    }
  })

  journey('needs no mouse, from the address bar to the team', async ({ page }) => {
    await page.goto('/connexion')
    const focused = (): Promise<string> =>
      page.evaluate(() => {
        const element = document.activeElement
        return element instanceof HTMLInputElement ? element.name : (element?.textContent ?? '').trim()
      })
    const tabTo = async (name: string): Promise<void> => {
      for (let presses = 0; presses < 40; presses += 1) {
        await page.keyboard.press('Tab')
        if ((await focused()) === name) return
      }
      throw new Error(`Tab never came to « ${name} ».`)
    }
    await tabTo('email')
    await page.keyboard.type('pilote@demo.test')
    await tabTo('password')
    await page.keyboard.type(demoPassword)
    await page.keyboard.press('Enter')
    await page.waitForURL(({ pathname }) => pathname === '/espace')
    await tabTo(await page.locator('main a[href="/espace/6590"]').innerText().then((text) => text.replaceAll('\n', '')))
    await page.keyboard.press('Enter')
    await page.waitForURL('**/espace/6590')
    await tabTo(navigationTexts.team)
    await page.keyboard.press('Enter')
    await page.waitForURL('**/espace/6590/equipe')
    expect(await page.getByRole('heading', { level: 1 }).innerText()).toBe(teamTexts.title)
  })
})

const addressOf = async (page: { readonly url: () => string; readonly goto: (path: string) => Promise<unknown> }) => {
  await page.goto('/connexion')
  return page.url()
}
