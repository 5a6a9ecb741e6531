import type { Page } from 'playwright-core'
import { describe, expect } from 'vitest'

import { libraryTexts } from '../../plugins/referentiels/texts/studio/library.ts'
import { studioTexts } from '../../plugins/referentiels/texts/studio/studio.ts'
import { expectPageError, journey } from '../support/browser.ts'
import { look, visit } from '../support/visit.ts'
import { goodPassword, signInAs } from './people.ts'

const route = '/admin/[[...segments]]'
const staff = 'equipe@demo.test'
const colleague = 'aminata.diallo@demo.test'

const tree = (page: Page) => page.getByRole('tree', { name: studioTexts.tree.label })
const line = (page: Page, title: string) => page.getByRole('treeitem', { name: title })
const title = (page: Page) => page.getByRole('textbox', { name: 'Titre', exact: true })
const saved = (page: Page) => page.getByText(/^Enregistré à/).waitFor()

/** Titles of the plan, each further in by its level. */
const planOf = (page: Page): Promise<readonly string[]> =>
  page.getByRole('treeitem').evaluateAll((items) =>
    items.map((item) => `${'-'.repeat(Number(item.getAttribute('aria-level')) - 1)}${item.querySelector('[class*="nodeTitle"]')?.textContent ?? ''}`))

/** A référentiel of one's own from a blank page; answers the address of its draft. */
const begin = async (page: Page, name: string): Promise<string> => {
  await page.goto('/admin/studio')
  await page.getByRole('button', { name: libraryTexts.start }).click()
  await page.getByRole('textbox', { name: libraryTexts.dialog.name, exact: true }).fill(name)
  await page.getByRole('button', { name: libraryTexts.dialog.submit, exact: true }).click()
  await page.waitForURL(/\/admin\/studio\/[0-9a-f-]{36}$/)
  await tree(page).waitFor()
  return new URL(page.url()).pathname
}

/** Adds an element beside the chosen one and gives it its title, by keys alone. */
const write = async (page: Page, key: string, words: string): Promise<void> => {
  await tree(page).focus()
  await page.keyboard.press(key)
  await page.keyboard.press('Enter')
  // What is there is selected, and written over.
  await expect.poll(() => title(page).evaluate((field) => field === document.activeElement)).toBe(true)
  await page.keyboard.type(words)
  await line(page, words).waitFor()
}

/** A référentiel of one criterion, as a file. */
const charter = (words: string): string => `format: referentiel/1
id: charte-du-fichier
version: 1.0.0
title: Charte du fichier
kinds: [{ code: critere, label: Critère, assessable: true }]
scales: [{ code: avis, label: Avis, ordered: true, values: [{ code: '1', label: Non, score: 1 }, { code: '2', label: Oui, score: 2 }] }]
nodes: [{ code: c1, kind: critere, title: ${words}, rating: avis }]
`

describe('the studio', () => {
  journey('lets one write a plan with the keyboard alone, see it as an organisation will, and take it all back', async ({ page }) => {
    await signInAs(page, staff)
    await visit(page, '/admin/studio', { route, state: 'studio-liste' })
    await page.getByRole('rowheader').first().waitFor()
    const address = await begin(page, 'Médiation et tiers-lieux')

    await tree(page).focus()
    const before = await planOf(page)
    await page.keyboard.press('End')
    await write(page, 'Insert', 'Hospitalité et règles de vie')
    await write(page, 'Insert', 'Discrétion et confiance')
    await saved(page)
    await tree(page).focus()
    await page.keyboard.press('Alt+ArrowUp')
    await saved(page)
    const moved = await planOf(page)
    expect(moved.findIndex((words) => words.includes('Discrétion'))).toBe(moved.findIndex((words) => words.includes('Hospitalité')) - 1)
    await page.reload()
    await line(page, 'Discrétion et confiance').waitFor()
    expect(await planOf(page)).toEqual(moved)
    await look(page, { route, state: 'studio-plan' })

    await tree(page).focus()
    await page.keyboard.press('End')
    await page.keyboard.press('Delete')
    await page.getByText(studioTexts.tree.removed('Hospitalité et règles de vie')).waitFor({ state: 'attached' })
    await saved(page)
    await page.keyboard.press('Control+z')
    await line(page, 'Hospitalité et règles de vie').waitFor()
    expect(await planOf(page)).toEqual(moved)
    expect(moved.length).toBe(before.length + 2)

    await page.getByRole('tab', { name: studioTexts.columns.settings }).click()
    await page.getByRole('button', { name: 'Échelles', exact: true }).click()
    await look(page, { route, state: 'studio-echelles' })

    const draft = address.split('/').at(-1) ?? ''
    await visit(page, `/apercu/${draft}`, { route: '/apercu/[brouillon]' })

    await page.goto(address)
    await page.getByRole('searchbox', { name: studioTexts.tree.search }).fill('regles de vie')
    await line(page, 'Discrétion et confiance').waitFor({ state: 'detached' })
    await line(page, 'Hospitalité et règles de vie').waitFor()
    await page.getByRole('button', { name: studioTexts.menu, exact: true }).click()
    await page.getByRole('menuitem', { name: studioTexts.abandon.open }).click()
    await page.getByRole('dialog').getByRole('button', { name: studioTexts.abandon.submit, exact: true }).click()
    await page.waitForURL(/\/admin\/studio$/)
    await page.getByRole('status').getByText(studioTexts.abandon.done).waitFor()
  })

  journey('shows two people at one field both texts, and overwrites nothing by itself', async ({ page, other }) => {
    await signInAs(page, staff)
    await page.goto('/admin')
    const made = await page.evaluate(async (body) => {
      const response = await fetch('/api/users', { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) })
      return response.status
    }, { email: colleague, password: goodPassword, firstName: 'Aminata', lastName: 'Diallo', staff: 'cress' })
    expect(made).toBe(201)
    const address = await begin(page, 'Accueil à plusieurs')
    await tree(page).focus()
    await page.keyboard.press('End')
    await write(page, 'Insert', 'Titre commun')
    await saved(page)

    await signInAs(other, colleague, goodPassword)
    await other.goto(address)
    await line(other, 'Titre commun').click()
    await other.getByText(studioTexts.people.writes('Camille Rousset')).waitFor()
    // The colleague's window hears nothing for a while: both write on what they saw.
    expectPageError(other, /503/)
    const deaf = other.waitForResponse((response) => response.url().endsWith('/follow') && response.status() === 503)
    await other.route('**/follow', (request) => request.fulfill({ status: 503, body: '' }))
    await deaf
    await title(page).fill('Titre de Camille')
    await saved(page)
    await title(other).fill('Titre d’Aminata')
    await other.getByRole('heading', { name: studioTexts.conflicts.title(1) }).waitFor()
    await other.getByRole('group').getByText('Titre de Camille').waitFor()
    await other.getByRole('button', { name: studioTexts.conflicts.keepMine }).click()
    await line(page, 'Titre d’Aminata').waitFor()
    expect(await title(page).inputValue()).toBe('Titre d’Aminata')
  })

  journey('begins a référentiel for an organisation, which is looked for by a part of its name', async ({ page }) => {
    const { dialog: texts, owner } = libraryTexts
    await signInAs(page, staff)
    await page.goto('/admin/studio')
    await page.getByRole('button', { name: libraryTexts.start }).click()
    await page.getByRole('textbox', { name: texts.name, exact: true }).fill('Charte du Halage')
    await page.getByRole('combobox', { name: texts.owner }).selectOption({ label: owner.organisation })
    const search = page.getByRole('combobox', { name: texts.search.organisation })
    await search.fill('halage')
    await page.locator('#debut-pour-liste option').first().waitFor({ state: 'attached' })
    await page.getByRole('button', { name: texts.submit, exact: true }).click()
    await page.getByText(texts.needsOwner).waitFor()
    await look(page, { route, state: 'studio-pour-une-organisation' })
    await search.fill((await page.locator('#debut-pour-liste option').first().getAttribute('value')) ?? '')
    await page.getByRole('button', { name: texts.submit, exact: true }).click()
    await tree(page).waitFor()
    await page.goto('/admin/studio')
    await page.getByRole('row', { name: /Charte du Halage/ }).getByText('Les Ateliers du Halage').waitFor()
  })

  journey('says why a file is refused where the focus is, forgets it for the next, and replaces nothing unasked', async ({ page }) => {
    const { dialog: texts } = libraryTexts
    const fileOf = (words: string) => ({ name: 'charte.yaml', mimeType: 'text/yaml', buffer: Buffer.from(charter(words)) })
    await signInAs(page, staff)
    await page.goto('/admin/studio')
    await page.getByRole('button', { name: libraryTexts.start }).click()
    await page.getByRole('radio', { name: texts.file }).check()
    const file = page.getByLabel(texts.chooseFile, { exact: true })
    const go = page.getByRole('button', { name: texts.import, exact: true })
    const dialog = page.getByRole('dialog')

    await file.setInputFiles({ ...fileOf('Un'), buffer: Buffer.from('format: referentiel/1\nid: [') })
    await go.click()
    const refused = dialog.getByRole('status').filter({ hasText: texts.outcome.refused })
    await refused.waitFor()
    expect(await refused.evaluate((element) => element === document.activeElement)).toBe(true)
    await look(page, { route, state: 'studio-fichier-refuse' })
    await file.setInputFiles(fileOf('Un'))
    await refused.waitFor({ state: 'detached' })
    await go.click()
    await dialog.getByText(texts.outcome.created).waitFor()

    await file.setInputFiles(fileOf('Deux'))
    await dialog.getByRole('checkbox', { name: texts.replace }).check()
    await go.click()
    const question = dialog.getByRole('group', { name: texts.replaceAsk('1.0.0') })
    await question.waitFor()
    expect(await question.evaluate((element) => element === document.activeElement)).toBe(true)
    await look(page, { route, state: 'studio-remplacer' })
    await question.getByRole('button', { name: texts.replaceNo }).click()
    await question.waitFor({ state: 'detached' })
    await go.click()
    await question.getByRole('button', { name: texts.replaceYes }).click()
    await dialog.getByText(texts.outcome.replaced).waitFor()
    await dialog.getByRole('button', { name: texts.openDraft }).click()
    await line(page, 'Deux').waitFor()
  })

  journey('gives up reading a workbook by its columns when the file is none', async ({ phone }) => {
    const { dialog: texts } = libraryTexts
    expectPageError(phone, /400/)
    await signInAs(phone, staff)
    await phone.goto('/admin/studio')
    await phone.getByRole('button', { name: libraryTexts.start }).tap()
    await phone.getByRole('radio', { name: texts.file }).check()
    await phone.getByLabel(texts.chooseFile, { exact: true }).setInputFiles({ name: 'tableau.xlsx', mimeType: 'application/octet-stream', buffer: Buffer.from('rien') })
    await phone.getByRole('button', { name: texts.columns.open }).tap()
    const refused = phone.getByRole('alert').filter({ hasText: texts.columns.unreadable })
    await refused.waitFor()
    expect(await refused.evaluate((element) => element === document.activeElement)).toBe(true)
    await look(phone, { route, state: 'studio-colonnes-refusees' })
    await phone.getByRole('button', { name: texts.columns.back }).tap()
    await phone.getByRole('button', { name: texts.import, exact: true }).waitFor()
  })

  journey('on a phone, brings into sight what a finger picks in the plan, and the plan back', async ({ phone }) => {
    await signInAs(phone, staff)
    await begin(phone, 'Charte de poche')
    const heading = phone.getByRole('heading', { level: 2, name: /Critère 1/ })
    await line(phone, 'Critère 1').tap()
    await heading.waitFor()
    await expect.poll(() => heading.evaluate((element) => element.getBoundingClientRect().top)).toBeLessThan(200)
    await phone.getByRole('button', { name: studioTexts.columns.back.plan }).tap()
    await expect.poll(() => line(phone, 'Critère 1').evaluate((element) => element.getBoundingClientRect().top)).toBeGreaterThan(0)
    await phone.getByRole('tab', { name: studioTexts.columns.settings }).tap()
    await phone.getByRole('button', { name: 'Échelles', exact: true }).tap()
    const section = phone.getByRole('heading', { level: 2, name: 'Échelles' })
    await expect.poll(() => section.evaluate((element) => element.getBoundingClientRect().top)).toBeLessThan(200)
    await phone.getByRole('button', { name: studioTexts.columns.back.settings }).waitFor()
  })
})
