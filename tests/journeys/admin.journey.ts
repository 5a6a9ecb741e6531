import type { Page } from 'playwright-core'
import { describe, expect } from 'vitest'

import { adminNavTexts, dashboardTexts, mailTexts, outboxTexts, refusalTexts } from '#texts/administration.ts'
import { teamTexts } from '#texts/equipe.ts'
import { invitationMail } from '#texts/mails.ts'

import { journey } from '../support/browser.ts'
import { look, visit } from '../support/visit.ts'
import { linkSentTo } from './outbox.ts'
import { signInAs, trySigningIn } from './people.ts'

const route = '/admin/[[...segments]]'
const staff = 'equipe@demo.test'

/** Everything that the pages of this person ask of another address than ours. */
const strangersAskedBy = (page: Page): readonly string[] => {
  const asked: string[] = []
  page.context().on('request', (request) => {
    const url = new URL(request.url())
    const isNetwork = url.protocol === 'http:' || url.protocol === 'https:' || url.protocol === 'ws:'
    if (isNetwork && url.host !== new URL(page.url()).host) asked.push(request.url())
  })
  return asked
}

const title = (page: Page) => page.getByRole('heading', { level: 1 })

const subjectOfInvitation = invitationMail({
  invitedBy: 'Maëlle Tanguy',
  organisation: 'Les Ateliers du Halage',
  role: 'contributor',
  expiresAt: new Date('2027-01-01T12:00:00Z'),
  link: 'https://pratiques.demo.test/invitation/x',
}).subject

describe('the admin', () => {
  journey('shows the team what stands and what changed, and asks nothing of anybody else', async ({ page }) => {
    await page.goto('/admin')
    await page.waitForURL('**/connexion?suite=*')
    await trySigningIn(page, staff)
    await page.waitForURL('**/admin')
    const strangers = strangersAskedBy(page)
    await visit(page, '/admin', { route, state: 'tableau-de-bord' })
    expect(await title(page).innerText()).toBe(dashboardTexts.greeting('Camille'))
    await page.getByRole('heading', { name: dashboardTexts.endings }).waitFor()
    await page.getByRole('listitem').filter({ hasText: /organisations$/ }).first().waitFor()
    expect(await page.locator('#journal').locator('..').getByRole('listitem').count()).toBe(10)

    await page.getByRole('link', { name: dashboardTexts.openJournal }).click()
    await page.waitForURL('**/admin/collections/audit-entries*')
    await title(page).waitFor()
    await page.goto('/admin/account')
    await title(page).waitFor()
    expect(strangers).toEqual([])
  })

  journey('shows the mail of an invitation, with a link that can be read', async ({ page, other }) => {
    const invited = 'lucie.prevost@demo.test'
    await signInAs(other, 'pilote@demo.test')
    await other.goto('/espace/6590/equipe')
    await other.getByRole('row', { name: invited }).getByRole('button', { name: teamTexts.invitations.resendTo(invited) }).click()
    const link = await linkSentTo(invited, '/invitation/')

    await signInAs(page, staff)
    const strangers = strangersAskedBy(page)
    await visit(page, '/admin/e-mails', { route, state: 'e-mails' })
    await page.getByText(/Aucun serveur d’envoi n’est configuré/).waitFor()
    await page.getByRole('link', { name: new RegExp(`^${outboxTexts.state.outbox}`) }).click()
    await page.waitForURL('**/admin/e-mails?etat=outbox')
    await page.getByRole('row', { name: invited }).getByRole('link', { name: subjectOfInvitation }).first().click()
    await page.waitForURL(/\/admin\/e-mails\/[0-9a-f-]{36}$/)
    await page.getByRole('heading', { name: mailTexts.links }).waitFor()
    await look(page, { route, state: 'e-mail' })
    await page.getByRole('link', { name: new RegExp(`${link}$`) }).waitFor()

    await page.getByRole('link', { name: mailTexts.html }).click()
    const frame = page.getByTitle(mailTexts.frame)
    await frame.waitFor()
    expect(await frame.getAttribute('sandbox')).toBe('')
    expect(await frame.getAttribute('srcdoc')).toContain(link)
    expect(strangers).toEqual([])
  })

  journey('says in a sentence that a state of the outbox is empty', async ({ phone }) => {
    await signInAs(phone, staff)
    await visit(phone, '/admin/e-mails?etat=failed', { route, state: 'aucun-echec' })
    await phone.getByRole('main').getByText(outboxTexts.emptyState.failed).waitFor()
  })

  journey('stays closed to a member of an organisation, who is shown the way to their space', async ({ page }) => {
    await signInAs(page, 'pilote@demo.test')
    for (const path of ['/admin', '/admin/e-mails', '/admin/e-mails/01a20ae9-2808-756d-bc52-83445f20cea3']) {
      await page.goto(path)
      await page.waitForURL('**/admin/unauthorized*')
      expect(await title(page).innerText()).toBe(refusalTexts.title)
      expect(await page.getByText(adminNavTexts.mails).count()).toBe(0)
    }
    await look(page, { route, state: 'refus' })
    await page.getByRole('link', { name: refusalTexts.toSpace }).click()
    // Of two organisations: the choice comes first.
    await page.waitForURL('**/espace')
    await page.getByRole('link', { name: 'Les Ateliers du Halage' }).click()
    await page.waitForURL('**/espace/6590')
  })

  journey('sends someone who is not signed in to sign in first', async ({ page }) => {
    for (const path of ['/admin', '/admin/e-mails']) {
      await page.goto(path)
      await page.waitForURL('**/connexion?suite=*')
    }
  })
})
