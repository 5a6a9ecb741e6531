import type { Page } from 'playwright-core'
import { describe, expect } from 'vitest'

import { accountTexts } from '#texts/compte.ts'
import { spaceTexts } from '#texts/espace.ts'
import { teamTexts } from '#texts/equipe.ts'

import { journey } from '../support/browser.ts'
import { look, visit } from '../support/visit.ts'
import { linkSentTo, linksSentTo } from './outbox.ts'
import { goodPassword, signInAs, trySigningIn } from './people.ts'

const { fields, invitation: texts, brokenLink } = accountTexts
const route = '/invitation/[jeton]'

const invite = async (page: Page, email: string, role: string): Promise<void> => {
  await page.getByLabel(teamTexts.invite.email).fill(email)
  await page.getByRole('radio', { name: role }).check()
  await page.getByRole('button', { name: teamTexts.invite.send }).click()
  await page.getByText(teamTexts.invited(email)).waitFor()
}

describe('an invitation', () => {
  journey('brings a colleague in, from the mail to the welcome page', async ({ page, phone }) => {
    const colleague = 'lucas.moreau@demo.test'
    await signInAs(page, 'pilote2@demo.test')
    await page.goto('/espace/5204/equipe')
    await invite(page, colleague, teamTexts.roleName.contributor)
    await page.getByRole('rowheader', { name: colleague }).waitFor()

    const link = await linkSentTo(colleague, '/invitation/')
    // Mail programs open links before people do: twice the page, and it still serves.
    await visit(phone, link, { route })
    await visit(phone, link, { route })
    await phone.getByLabel(fields.firstName, { exact: true }).fill('Lucas')
    await phone.getByLabel(fields.lastName, { exact: true }).fill('Moreau')
    await phone.getByRole('textbox', { name: fields.password }).fill(goodPassword)
    await phone.getByRole('button', { name: texts.createAndJoin }).click()
    await phone.waitForURL('**/espace/5204')
    expect(await phone.getByRole('heading', { level: 1 }).innerText()).toBe(spaceTexts.hello('Lucas'))

    await visit(phone, link, { route, state: 'deja-servi', status: 410 })
    expect(await phone.getByRole('heading', { level: 1 }).innerText()).toBe(brokenLink.usedTitle)
    await page.reload()
    await page.getByRole('rowheader', { name: /Lucas Moreau/ }).waitFor()
  })

  journey('is only for the person to whom it was sent, who joins with their own account', async ({ page, other }) => {
    const invited = 'marc.tessier@demo.test'
    await signInAs(page, 'pilote2@demo.test')
    await page.goto('/espace/5204/equipe')
    await invite(page, invited, teamTexts.roleName.reader)
    const link = await linkSentTo(invited, '/invitation/')

    await visit(page, link, { route, state: 'autre-personne' })
    await page.getByText(texts.someoneElse(invited, 'pilote2@demo.test')).waitFor()
    expect(await page.getByRole('button', { name: texts.join }).count()).toBe(0)

    await visit(other, link, { route, state: 'compte-connu' })
    await other.getByRole('link', { name: texts.signIn }).click()
    await trySigningIn(other, invited)
    await other.waitForURL(`**${link}`)
    await look(other, { route, state: 'rejoindre' })
    await other.getByRole('button', { name: texts.join }).click()
    await other.waitForURL('**/espace/5204')
  })

  journey('that is sent again ends the one before; cancelled, it opens nothing', async ({ page, phone }) => {
    const invited = 'ines.duval@demo.test'
    await signInAs(page, 'pilote2@demo.test')
    await page.goto('/espace/5204/equipe')
    await invite(page, invited, teamTexts.roleName.reader)
    const first = await linkSentTo(invited, '/invitation/')
    await page.getByRole('button', { name: teamTexts.invitations.resendTo(invited) }).click()
    const links = await linksSentTo(invited, { path: '/invitation/', count: 2 })
    const second = links.find((link) => link !== first) ?? ''

    await visit(phone, first, { route, state: 'expiree', status: 410 })
    expect(await phone.getByRole('heading', { level: 1 }).innerText()).toBe(brokenLink.expiredTitle)
    await visit(phone, second, { route })

    await page.getByRole('button', { name: teamTexts.invitations.cancelOf(invited) }).click()
    await page.getByRole('rowheader', { name: invited }).waitFor({ state: 'detached' })
    await visit(phone, second, { route, state: 'annulee', status: 410 })
    expect(await phone.getByRole('heading', { level: 1 }).innerText()).toBe(brokenLink.usedTitle)
  })

  journey('with an unknown link opens nothing and says what to do', async ({ page }) => {
    for (const token of ['n-importe-quoi', 'A'.repeat(43)]) {
      await visit(page, `/invitation/${token}`, { route, state: 'inconnue', status: 404 })
      await page.getByText(brokenLink.invitation.LINK_UNKNOWN).waitFor()
    }
  })
})
