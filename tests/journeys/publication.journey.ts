import type { Page } from 'playwright-core'
import { describe, expect } from 'vitest'

import { diagnosticTexts } from '#texts/diagnostic.ts'

import { refusalTexts } from '../../plugins/referentiels/texts/studio-texts.ts'
import { libraryTexts } from '../../plugins/referentiels/texts/studio/library.ts'
import { studioTexts } from '../../plugins/referentiels/texts/studio/studio.ts'
import { expectPageError, journey } from '../support/browser.ts'
import { look } from '../support/visit.ts'
import { pathOf, uuid } from './diagnostic-pages.ts'
import { signInAs } from './people.ts'

const route = '/admin/[[...segments]]'
const space = '/espace/6590'
const name = 'Charte des tiers-lieux'
const { publish: texts } = studioTexts

const tree = (page: Page) => page.getByRole('tree', { name: studioTexts.tree.label })
const line = (page: Page, title: string) => page.getByRole('treeitem', { name: title })
const dialog = (page: Page) => page.getByRole('dialog')
const saved = (page: Page) => page.getByText(/^Enregistré à/).waitFor()

const opened = async (page: Page): Promise<void> => {
  await page.waitForURL(/\/admin\/studio\/[0-9a-f-]{36}$/)
  await tree(page).waitFor()
}

const openPublication = async (page: Page): Promise<void> => {
  await page.getByRole('button', { name: texts.open, exact: true }).click()
  await dialog(page).getByRole('button', { name: texts.submit }).waitFor()
}

const publish = async (page: Page, version: string): Promise<void> => {
  await dialog(page).getByRole('button', { name: texts.submit }).click()
  await dialog(page).getByRole('heading', { name: texts.done(version) }).waitFor()
}

/** Drags a line of the plan by its handle onto another, with the mouse. */
const drag = async (page: Page, from: string, to: string): Promise<void> => {
  const [start, end] = await Promise.all([line(page, from).boundingBox(), line(page, to).boundingBox()])
  if (start === null || end === null) throw new Error(`« ${from} » or « ${to} » is not in sight.`)
  await page.mouse.move(start.x + 60, start.y + start.height / 2)
  await page.mouse.down()
  await page.mouse.move(end.x + 60, end.y + end.height / 2, { steps: 6 })
  await page.mouse.move(end.x + 60, end.y + 4, { steps: 3 })
  await page.mouse.up()
}

const titles = (page: Page): Promise<readonly string[]> =>
  page.getByRole('treeitem').evaluateAll((items) => items.map((item) => item.querySelector('[class*="nodeTitle"]')?.textContent ?? ''))

const answer = async (page: Page, code: string, level: string): Promise<void> => {
  await page.goto(`${pathOf(page)}?theme=gouvernance&critere=${code}`)
  await page.locator('main [inert]').first().waitFor({ state: 'detached' })
  const card = page.locator(`[id="critere-${code}"]`)
  await card.locator(`input[type=radio][value="${level}"]`).check({ force: true })
  await card.getByText(/Enregistré à/).first().waitFor()
}

describe('publishing from the studio', () => {
  journey('derives, publishes, tries the next version out on a running diagnostic, and publishes it', async ({ page, other }) => {
    await signInAs(page, 'equipe@demo.test')
    await page.goto('/admin/studio')
    await page.getByRole('button', { name: libraryTexts.start }).click()
    await page.getByRole('radio', { name: libraryTexts.dialog.copy }).check()
    await page.getByRole('combobox', { name: libraryTexts.dialog.source }).selectOption({ label: 'Référentiel complet (1.1.0)' })
    await page.getByRole('textbox', { name: libraryTexts.dialog.name, exact: true }).fill(name)
    await page.getByRole('button', { name: libraryTexts.dialog.submit, exact: true }).click()
    await opened(page)

    // What the preview shows moves in its own frame, not the studio around it.
    await line(page, 'Participation des membres').click()
    await page.frameLocator('iframe').locator('article').first().waitFor()
    await page.waitForResponse((response) => /\/apercu\/.+element=/.test(response.url())).catch(() => undefined)
    expect(await page.evaluate(() => window.scrollY)).toBe(0)

    await drag(page, 'Participation des membres', 'Renouvellement et représentativité')
    await saved(page)
    const order = await titles(page)
    expect(order.indexOf('Participation des membres')).toBe(order.indexOf('Renouvellement et représentativité des instances') - 1)
    await page.keyboard.press('Control+z')
    await expect.poll(() => titles(page).then((all) => all.indexOf('Participation des membres'))).toBe(order.indexOf('Participation des membres') + 1)
    await saved(page)

    await openPublication(page)
    await look(page, { route, state: 'studio-publier' })
    await publish(page, '1.0.0')
    expect(await page.getByText(/publié ou abandonné/).count()).toBe(0)
    await dialog(page).getByRole('link', { name: texts.back }).click()

    await signInAs(other, 'pilote@demo.test')
    await other.goto(`${space}/diagnostic/nouveau`)
    await other.getByRole('radio', { name: new RegExp(`^${name}`) }).check()
    await other.getByRole('button', { name: diagnosticTexts.create.choose.continue }).click()
    await other.waitForURL(/referentiel=/)
    await other.getByRole('button', { name: diagnosticTexts.create.submit }).click()
    await other.waitForURL(uuid)
    await answer(other, 'c1', '4')
    await answer(other, 'c3', '2')

    await page.getByRole('row', { name: new RegExp(name) }).getByRole('button', { name: libraryTexts.next }).click()
    await opened(page)
    await line(page, 'Participation des membres').click()
    await tree(page).focus()
    await page.keyboard.press('Delete')
    await saved(page)
    await openPublication(page)
    await dialog(page).getByRole('group', { name: texts.becomes('Participation des membres') }).getByRole('button', { name: texts.fate.removed }).click()
    await dialog(page).getByRole('button', { name: texts.simulate.open }).click()
    await dialog(page).getByText(texts.simulate.setAside(1)).waitFor()
    await dialog(page).getByText(texts.simulate.carried(1)).waitFor()
    await dialog(page).getByText(texts.simulate.eachTitle).click()
    // 4 and 2 make 3; without the second, 4.
    await dialog(page).getByRole('row', { name: /^Thèmes\s: Gouvernance 3 4$/ }).waitFor()
    await look(page, { route, state: 'studio-essai' })
    const number = dialog(page).getByRole('textbox', { name: texts.version })
    await number.fill('deux')
    await dialog(page).getByRole('button', { name: texts.submit }).click()
    await dialog(page).getByText(refusalTexts.VERSION_INVALID).waitFor()
    expectPageError(page, /422 .+\/publication\)/)
    await number.fill('1.0.1')
    await dialog(page).getByRole('button', { name: texts.submit }).click()
    await dialog(page).getByRole('alert').getByText(/2\.0\.0/).waitFor()
    await number.fill('2.0.0')
    await publish(page, '2.0.0')
  })
})
