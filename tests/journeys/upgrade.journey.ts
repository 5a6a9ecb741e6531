import type { Page } from 'playwright-core'
import { beforeAll, describe, expect, inject } from 'vitest'

import { carriedTexts } from '#texts/carried.ts'
import { diagnosticTexts } from '#texts/diagnostic.ts'
import { subsetTexts, upgradeTexts } from '#texts/passage.ts'
import { entryTexts } from '#texts/saisie.ts'

import { expectPageError, journey } from '../support/browser.ts'
import { publishFixture } from '../support/publish-fixture.ts'
import { look } from '../support/visit.ts'
import { signInAs } from './people.ts'

const space = '/espace/6590'
const page_ = '/espace/[organisation]/diagnostic/[diagnostic]'
const upgrade = `${page_}/nouvelle-version`
const subset = `${page_}/etendue`
const uuid = /\/diagnostic\/[0-9a-f]{8}-[0-9a-f-]{27}$/
const referentiel = /^Référentiel qui change/

const pathOf = (page: Page): string => new URL(page.url()).pathname

const awake = (page: Page): Promise<void> => page.locator('main [inert]').first().waitFor({ state: 'detached' })

const start = async (page: Page): Promise<string> => {
  await page.goto(`${space}/diagnostic/nouveau`)
  await page.getByRole('radio', { name: referentiel }).check()
  await page.getByRole('button', { name: diagnosticTexts.create.choose.continue }).click()
  await page.waitForURL(/referentiel=/)
  await page.getByRole('button', { name: diagnosticTexts.create.submit }).click()
  await page.waitForURL(uuid)
  return pathOf(page)
}

const card = (page: Page, code: string) => page.locator(`#critere-${code}`)

const open = async (page: Page, path: string, theme: string, code: string): Promise<void> => {
  await page.goto(`${path}?theme=${theme}&critere=${code}`)
  await awake(page)
}

const answer = async (page: Page, path: string, [theme, code, level]: readonly [string, string, string]): Promise<void> => {
  await open(page, path, theme, code)
  await card(page, code).locator(`input[type=radio][value="${level}"]`).check({ force: true })
  await card(page, code).getByText(/Enregistré à/).first().waitFor()
}

beforeAll(() => publishFixture('passage-1', inject('application')), 120_000)

describe('a new version of a référentiel', () => {
  journey('is tried out, confirmed, and what it carried is confirmed answer by answer', async ({ page }) => {
    await signInAs(page, 'pilote@demo.test')
    const path = await start(page)
    for (const given of [['g', 'g1', '3'], ['g', 'g2', '4'], ['g', 'g3', '2'], ['e', 'e1', '4'], ['e', 'e2', '1']] as const) {
      await answer(page, path, given)
    }

    // From the whole to the essential and back: every answer stays.
    await page.goto(`${path}/etendue`)
    await look(page, { route: subset })
    await page.getByRole('radio', { name: /L’essentiel/ }).check()
    await page.getByRole('button', { name: subsetTexts.submit }).click()
    await page.waitForURL((url) => url.pathname === path)
    expect(await page.locator('article').count()).toBe(1)
    await page.goto(`${path}/etendue`)
    await page.getByRole('radio', { name: /entier/ }).check()
    await page.getByRole('button', { name: subsetTexts.submit }).click()
    await page.waitForURL((url) => url.pathname === path)
    expect(await page.locator('article').count()).toBe(3)

    const { dataDir } = inject('application')
    await publishFixture('passage-2', { dataDir })
    // A colleague is still writing in the old one.
    const late = await page.context().newPage()
    await open(late, path, 'g', 'g2')

    await page.goto(path)
    await look(page, { route: page_, state: 'nouvelle-version' })
    await page.getByRole('link', { name: upgradeTexts.note.see }).click()
    await page.getByRole('heading', { name: upgradeTexts.asideTitle }).waitFor()
    await look(page, { route: upgrade })
    const words = await page.locator('main').innerText()
    expect(words).toContain('Le télécopieur est en service')
    expect(words).toContain('Les comptes sont expliqués')
    expect(words).toContain(upgradeTexts.confirmWhy('merged'))
    await page.getByRole('button', { name: upgradeTexts.confirm.submit('2.0.0') }).click()
    await page.waitForURL((url) => uuid.test(url.pathname) && url.pathname !== path)
    const moved = pathOf(page)

    await open(page, moved, 'g', 'g1')
    expect(await card(page, 'g1').locator('input[type=radio]:checked').getAttribute('value')).toBe('3')
    await look(page, { route: page_, state: 'a-confirmer' })
    await card(page, 'g1').getByRole('button', { name: carriedTexts.confirmOf('Les décisions se prennent à plusieurs') }).click()
    await card(page, 'g1').getByText(/Enregistré à/).first().waitFor()
    await page.reload()
    await awake(page)
    expect(await card(page, 'g1').getByText(entryTexts.carried).count()).toBe(0)
    await open(page, moved, 'e', 'e1')
    expect(await card(page, 'e1').locator('input[type=radio]:checked').getAttribute('value')).toBe('1')
    expect(await card(page, 'e1').getByText(entryTexts.carried).count()).toBeGreaterThan(0)

    await page.getByRole('link', { name: upgradeTexts.note.seeCame }).click()
    await page.getByRole('heading', { name: upgradeTexts.doneTitle }).waitFor()
    await look(page, { route: upgrade, state: 'repris' })

    // Whoever writes in the old one is told where the new one is, and keeps what they chose.
    expectPageError(late, /409/)
    await card(late, 'g2').locator('input[type=radio][value="1"]').check({ force: true })
    const way = late.getByRole('link', { name: entryTexts.save.goOn })
    await way.waitFor()
    expect(await way.getAttribute('href')).toBe(moved)
    await late.reload()
    await late.getByText(diagnosticTexts.locked.replaced).waitFor()
    await late.getByRole('link', { name: upgradeTexts.note.goOn }).click()
    await late.waitForURL((url) => url.pathname === moved)
  })
})
