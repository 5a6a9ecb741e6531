import { describe, expect } from 'vitest'

import { accountTexts, formTexts } from '#texts/compte.ts'
import { spaceTexts } from '#texts/espace.ts'

import { journey } from '../support/browser.ts'
import { look, visit } from '../support/visit.ts'
import { linkSentTo } from './outbox.ts'
import { goodPassword } from './people.ts'

const newcomer = 'zoe.lambert@demo.test'

describe('the discovery offer', () => {
  journey('opens a space: every mistake is told at once, then welcome, then the address confirmed', async ({ page, phone }) => {
    const { fields, signUp, confirmation } = accountTexts
    await visit(page, '/inscription', { route: '/inscription' })
    await page.getByLabel(signUp.organisation).fill('Les Jardins de l’Écluse')
    await page.getByLabel(signUp.headcount).fill('quatre')
    await page.getByLabel(fields.email).fill('zoe')
    await page.getByRole('textbox', { name: fields.password }).fill('court')
    await page.getByRole('button', { name: signUp.submit }).click()
    const summary = page.locator('main').getByRole('alert')
    for (const sentence of [formTexts.headcount, formTexts.firstName, formTexts.lastName, formTexts.email, formTexts.password.TOO_SHORT]) {
      await summary.getByRole('link', { name: sentence }).waitFor()
    }
    await look(page, { route: '/inscription', state: 'a-corriger' })
    await summary.getByRole('link', { name: formTexts.headcount }).click()
    expect(await page.getByLabel(signUp.headcount).evaluate((field) => field === document.activeElement)).toBe(true)
    expect(await page.getByLabel(signUp.organisation).inputValue()).toBe('Les Jardins de l’Écluse')

    await page.getByLabel(signUp.headcount).fill('4')
    await page.getByLabel(fields.firstName, { exact: true }).fill('Zoé')
    await page.getByLabel(fields.lastName, { exact: true }).fill('Lambert')
    await page.getByLabel(fields.email).fill(newcomer)
    await page.getByRole('textbox', { name: fields.password }).fill(goodPassword)
    await page.getByRole('button', { name: signUp.submit }).click()
    await page.waitForURL(/\/espace\/\d+$/)
    expect(await page.getByRole('heading', { level: 1 }).innerText()).toBe(spaceTexts.hello('Zoé'))
    await page.getByText(spaceTexts.start).waitFor()
    await page.getByText(/Votre offre découverte court jusqu’au/).waitFor()
    await page.getByText(spaceTexts.emailToConfirm.text(newcomer)).waitFor()
    await look(page, { route: '/espace/[organisation]', state: 'decouverte' })

    // Opening the link on a telephone, signed in nowhere, confirms nothing by itself: the button does.
    const link = await linkSentTo(newcomer, '/confirmation/')
    await visit(phone, link, { route: '/confirmation/[jeton]' })
    await page.reload()
    await page.getByText(spaceTexts.emailToConfirm.text(newcomer)).waitFor()
    await phone.getByRole('button', { name: confirmation.submit }).click()
    await phone.waitForURL(({ pathname }) => pathname === '/connexion')
    await page.reload()
    await page.getByText(spaceTexts.start).waitFor()
    expect(await page.getByText(spaceTexts.emailToConfirm.text(newcomer)).count()).toBe(0)

    await visit(phone, link, { route: '/confirmation/[jeton]', state: 'deja-servi', status: 410 })
    expect(await phone.getByRole('heading', { level: 1 }).innerText()).toBe(accountTexts.brokenLink.usedTitle)
  })

  journey('an address that has an account opens no second one', async ({ page }) => {
    const { fields, signUp } = accountTexts
    await page.goto('/inscription')
    await page.getByLabel(signUp.organisation).fill('Une autre association')
    await page.getByLabel(fields.firstName, { exact: true }).fill('Maëlle')
    await page.getByLabel(fields.lastName, { exact: true }).fill('Tanguy')
    await page.getByLabel(fields.email).fill('pilote@demo.test')
    await page.getByRole('textbox', { name: fields.password }).fill(goodPassword)
    await page.getByRole('button', { name: signUp.submit }).click()
    await page.locator('main').getByRole('alert').getByRole('link', { name: /déjà un compte/ }).waitFor()
    expect(new URL(page.url()).pathname).toBe('/inscription')
  })
})
