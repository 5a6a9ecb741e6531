import { describe, expect } from 'vitest'

import { accountTexts } from '#texts/compte.ts'

import { journey } from '../support/browser.ts'
import { look, visit } from '../support/visit.ts'
import { linkSentTo } from './outbox.ts'
import { goodPassword, signInAs, trySigningIn } from './people.ts'

const forgetful = 'nadia.ferhat@demo.test'
const { fields, forgotten, reset, brokenLink } = accountTexts

describe('a forgotten password', () => {
  journey('is replaced through the link of the mail, which serves once and ends other sessions', async ({ page, other }) => {
    await signInAs(other, forgetful)
    await visit(page, '/mot-de-passe', { route: '/mot-de-passe' })
    await page.getByLabel(fields.email).fill(forgetful)
    await page.getByRole('button', { name: forgotten.submit }).click()
    await page.getByText(forgotten.sent).waitFor()
    await look(page, { route: '/mot-de-passe', state: 'envoye' })

    const link = await linkSentTo(forgetful, '/mot-de-passe/')
    await visit(page, link, { route: '/mot-de-passe/[jeton]' })
    await page.getByRole('textbox', { name: fields.newPassword }).fill('azertyuiop2026')
    await page.getByRole('button', { name: reset.submit }).click()
    await page.locator('main').getByRole('alert').waitFor()
    await page.getByRole('textbox', { name: fields.newPassword }).fill(goodPassword)
    await page.getByRole('button', { name: reset.submit }).click()
    await page.waitForURL('**/espace/5204')

    await other.goto('/espace/5204')
    await other.waitForURL('**/connexion?suite=*')
    await trySigningIn(other, forgetful, goodPassword)
    await other.waitForURL('**/espace/5204')

    await visit(page, link, { route: '/mot-de-passe/[jeton]', state: 'deja-servi', status: 410 })
    expect(await page.getByRole('heading', { level: 1 }).innerText()).toBe(brokenLink.usedTitle)
  })

  journey('an address without an account gets the same answer', async ({ page }) => {
    await page.goto('/mot-de-passe')
    await page.getByLabel(fields.email).fill('personne@demo.test')
    await page.getByRole('button', { name: forgotten.submit }).click()
    await page.getByText(forgotten.sent).waitFor()
  })
})
