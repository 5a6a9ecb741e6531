import { describe, expect } from 'vitest'

import { spaceTexts } from '#texts/espace.ts'
import { teamTexts } from '#texts/equipe.ts'

import { journey } from '../support/browser.ts'
import { visit } from '../support/visit.ts'
import { signInAs } from './people.ts'

const route = '/espace/[organisation]/equipe'

describe('the team page', () => {
  journey('lets an administrator change a role, which the person feels at once', async ({ page, other }) => {
    const name = 'Paul Etcheverry'
    await signInAs(other, 'paul.etcheverry@demo.test')
    await signInAs(page, 'thomas.guilloteau@demo.test')
    await visit(page, '/espace/6590/equipe', { route })
    await page.getByRole('button', { name: teamTexts.changeRole.openFor(name) }).click()
    const dialog = page.getByRole('dialog', { name: teamTexts.changeRole.title(name) })
    await dialog.getByLabel(teamTexts.changeRole.legend).selectOption({ label: teamTexts.roleName.reader })
    await dialog.getByRole('button', { name: teamTexts.changeRole.save }).click()
    await page.getByText(teamTexts.roleChanged).first().waitFor()
    await page.getByRole('row', { name }).getByRole('cell', { name: teamTexts.roleName.reader, exact: true }).waitFor()

    await other.reload()
    await other.getByText(spaceTexts.assigned.emptyReader).waitFor()
  })

  journey('asks before it removes someone, and then they are out', async ({ page, other }) => {
    const name = 'Odile Marchand'
    await signInAs(other, 'odile.marchand@demo.test')
    await signInAs(page, 'thomas.guilloteau@demo.test')
    await page.goto('/espace/6590/equipe')
    const opener = page.getByRole('button', { name: teamTexts.remove.openFor(name) })
    await opener.click()
    const dialog = page.getByRole('dialog', { name: teamTexts.remove.title(name) })
    await dialog.getByText(teamTexts.remove.consequence(name)).waitFor()
    await page.keyboard.press('Escape')
    await dialog.waitFor({ state: 'hidden' })
    expect(await opener.evaluate((element) => element === document.activeElement)).toBe(true)

    await opener.click()
    await dialog.getByRole('button', { name: teamTexts.remove.confirm }).click()
    await page.getByText(teamTexts.removed).first().waitFor()
    await page.getByRole('row', { name }).waitFor({ state: 'detached' })
    const response = await other.goto('/espace/6590')
    expect(response?.status()).toBe(404)
    await visit(other, '/espace', { route: '/espace', state: 'aucun' })
    await other.getByText(spaceTexts.list.emptyTitle).waitFor()
  })

  journey('never lets the last administrator go, and says what to do first', async ({ page }) => {
    await signInAs(page, 'louise.abadie@demo.test')
    await visit(page, '/espace/418/equipe', { route, state: 'derniere-administration' })
    await page.getByText(teamTexts.lastAdministrator.reason).waitFor()
    await page.getByRole('row', { name: /Louise Abadie/ }).getByText(teamTexts.lastAdministrator.mend).waitFor()
    expect(await page.getByRole('button', { name: teamTexts.leave.open }).count()).toBe(0)
    expect(await page.getByRole('button', { name: teamTexts.changeRole.openFor('Louise Abadie') }).count()).toBe(0)
  })

  journey('shows readers who to ask, and nothing to press but leaving', async ({ phone }) => {
    await signInAs(phone, 'lecteur@demo.test')
    await visit(phone, '/espace/6590/equipe', { route, state: 'lecture' })
    await phone.getByText(/demandez à .*Maëlle Tanguy/).waitFor()
    const acts = await phone.locator('main').getByRole('button').allInnerTexts()
    expect(acts).toEqual([teamTexts.leave.open])
  })

  journey('does not exist for a consultant, who is told for whom they write', async ({ page }) => {
    await signInAs(page, 'consultant@demo.test')
    await visit(page, '/espace', { route: '/espace', state: 'mandats' })
    await visit(page, '/espace/418', { route: '/espace/[organisation]', state: 'consultant' })
    await page.getByText(/Vous saisissez pour Habitat Jeunes des Trois-Ponts/).waitFor()
    const response = await page.goto('/espace/418/equipe')
    expect(response?.status()).toBe(404)
  })
})

describe('the welcome page', () => {
  journey('wears the colours of the network and names the organisation', async ({ page }) => {
    await signInAs(page, 'contributeur@demo.test')
    await visit(page, '/espace/6590', { route: '/espace/[organisation]' })
    await page.getByText('Réseau des Rives').waitFor()
    const colours = await page.locator('link[href^="/couleurs/"]').getAttribute('href')
    expect((await page.request.get(colours ?? '')).headers()['content-type']).toContain('text/css')
    await page.getByText('Les Ateliers du Halage').first().waitFor()
    await page.getByRole('heading', { name: spaceTexts.assigned.title }).waitFor()
  })

  journey('says that an offer is over and that nothing is lost', async ({ phone }) => {
    await signInAs(phone, 'ali.benamar@demo.test')
    await visit(phone, '/espace/6011', { route: '/espace/[organisation]', state: 'terminee' })
    await phone.getByText(spaceTexts.subscription.readOnly).waitFor()
    await visit(phone, '/espace/6011/equipe', { route, state: 'terminee' })
    await phone.getByText(teamTexts.closed).waitFor()
    await phone.getByRole('button', { name: teamTexts.remove.openFor('Maëlle Tanguy') }).waitFor()
    expect(await phone.getByRole('button', { name: teamTexts.changeRole.openFor('Maëlle Tanguy') }).count()).toBe(0)
  })
})
