import { describe, expect } from 'vitest'

import { homeTexts } from '#texts/accueil.ts'
import { accountTexts } from '#texts/compte.ts'
import { siteTexts } from '#texts/site.ts'

import { journey } from '../support/browser.ts'
import { visit } from '../support/visit.ts'
import { signInAs } from './people.ts'

describe('whoever comes by', () => {
  journey('reads what the platform is and finds the discovery offer', async ({ page }) => {
    await visit(page, '/', { route: '/' })
    await page.getByRole('link', { name: homeTexts.hero.signUp }).first().click()
    await page.waitForURL('**/inscription')
    await expect.poll(() => page.getByRole('heading', { level: 1 }).innerText()).toBe(accountTexts.signUp.title)
  })

  journey('is led from the home page to their space once signed in', async ({ page }) => {
    await signInAs(page, 'pilote2@demo.test')
    await visit(page, '/', { route: '/', state: 'connectee' })
    await page.getByRole('link', { name: homeTexts.hero.mySpace }).first().click()
    await page.waitForURL('**/espace/5204')
  })

  journey('is told in French when an address leads nowhere', async ({ phone }) => {
    await visit(phone, '/nulle/part', { route: '/[...chemin]', status: 404 })
    expect(await phone.getByRole('heading', { level: 1 }).innerText()).toBe(siteTexts.notFound.title)
    await phone.getByRole('link', { name: siteTexts.notFound.toHome }).click()
    await phone.waitForURL(({ pathname }) => pathname === '/')
  })

  journey('learns nothing about organisations that are not theirs', async ({ page }) => {
    await signInAs(page, 'pilote2@demo.test')
    const answers = []
    for (const path of ['/espace/6590', '/espace/6590/equipe', '/espace/999999', '/espace/pas-un-nombre']) {
      const response = await page.goto(path)
      answers.push([response?.status(), await page.locator('main').innerText()])
    }
    expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1)
    expect(answers[0]?.[0]).toBe(404)
  })
})
