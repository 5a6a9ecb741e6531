import { readFileSync } from 'node:fs'

import type { Page } from 'playwright-core'
import { beforeAll, describe, expect, inject } from 'vitest'
import { parse } from 'yaml'

import { diagnosticTexts } from '#texts/diagnostic.ts'
import { reportTexts } from '#texts/rapport.ts'
import { profileTexts } from '#texts/profil.ts'
import { entryTexts } from '#texts/saisie.ts'
import { synthesisTexts } from '#texts/synthese.ts'

import { readPdf } from '../browser/pdf-content.ts'
import { journey } from '../support/browser.ts'
import { publishFixture } from '../support/publish-fixture.ts'
import { look } from '../support/visit.ts'
import { signInAs } from './people.ts'

const space = '/espace/6590'
const uuid = /\/diagnostic\/([0-9a-f]{8}-[0-9a-f-]{27})/
const sameOrigin = { 'sec-fetch-site': 'same-origin' }

/** A golden case of the fixture, with its scores worked out by hand: what the screens must show is there. */
const golden = parse(
  readFileSync(new URL('../fixtures/referentiels/accueil-inclusif/expected/04-imperatif-tenu.yaml', import.meta.url), 'utf8'),
)

/** Three levels deep, letters for levels, two of which do not count, a profile, an imperative, grids, tables. */
beforeAll(() => publishFixture('accueil-inclusif', inject('application')), 120_000)

const start = async (page: Page): Promise<string> => {
  await page.goto(`${space}/diagnostic/nouveau`)
  await page.getByRole('radio', { name: /^Accueil inclusif/ }).check()
  await page.getByRole('button', { name: diagnosticTexts.create.choose.continue }).click()
  await page.waitForURL(/referentiel=/)
  await page.getByRole('combobox', { name: 'Type de lieu' }).selectOption({ label: 'Hébergement' })
  await page.getByRole('checkbox', { name: 'Enfants' }).check()
  await page.getByRole('textbox', { name: /Nombre de salariés/ }).fill('8')
  await page.getByRole('group', { name: 'Sert des repas' }).getByRole('radio', { name: diagnosticTexts.create.yes }).check()
  await page.getByRole('button', { name: diagnosticTexts.create.submit }).click()
  await page.waitForURL(uuid)
  return uuid.exec(page.url())?.[1] ?? ''
}

/** What the page itself sends, for the answers that are not chosen by hand. */
const answer = async (page: Page, diagnostic: string, [question, value]: readonly [string, unknown]): Promise<void> => {
  const response = await page.request.put(`/api/diagnostics/${diagnostic}/answers/${encodeURIComponent(question)}`, {
    headers: sameOrigin,
    data: { op: crypto.randomUUID(), base: 0, value },
  })
  expect(response.status(), `${question}: ${await response.text()}`).toBe(200)
}

describe('a profile that was left open', () => {
  journey('is completed later, from the criterion that waits for it, and loses no answer', async ({ page }) => {
    await signInAs(page, 'pilote2@demo.test')
    const home = '/espace/5204'
    await page.goto(`${home}/diagnostic/nouveau`)
    await page.getByRole('radio', { name: /^Accueil inclusif/ }).check()
    await page.getByRole('button', { name: diagnosticTexts.create.choose.continue }).click()
    await page.waitForURL(/referentiel=/)
    await page.getByRole('button', { name: diagnosticTexts.create.submit }).click()
    await page.waitForURL(uuid)
    const id = uuid.exec(page.url())?.[1] ?? ''
    const path = `${home}/diagnostic/${id}`

    // Answered before anybody knows whether it applies: it counts nowhere, and the page says why. (« Partage » applies by the score.)
    const [theme, criterion, value] = ['comprendre', 'livret-enfants', 'b']
    await answer(page, id, [criterion, value])
    await page.goto(`${path}/synthese`)
    await page.getByText(synthesisTexts.unknown(3).trim()).waitFor()
    await page.goto(`${path}?theme=${theme}&critere=${criterion}`)
    await page.locator('main [inert]').first().waitFor({ state: 'detached' })
    const card = page.locator(`[id="critere-${criterion}"]`)
    expect(await page.evaluate(() => document.activeElement?.id)).toBe(`critere-${criterion}-titre`)
    await card.getByRole('link', { name: entryTexts.completeProfile }).click()
    await page.waitForURL(/\/profil/)
    await look(page, { route: '/espace/[organisation]/diagnostic/[diagnostic]/profil' })
    await page.getByRole('textbox', { name: /Nombre de salariés/ }).fill('beaucoup')
    await page.getByRole('button', { name: profileTexts.submit }).click()
    await page.getByText(diagnosticTexts.create.errors.number).first().waitFor()
    await page.getByRole('textbox', { name: /Nombre de salariés/ }).fill('8')
    // What decides about the criterion, by the keyboard alone.
    await page.getByRole('combobox', { name: 'Type de lieu' }).selectOption({ label: 'Hébergement' })
    await page.getByRole('checkbox', { name: 'Enfants' }).focus()
    await page.keyboard.press('Space')
    await page.getByRole('button', { name: profileTexts.submit }).focus()
    await page.keyboard.press('Enter')
    await page.waitForURL((url) => url.pathname === path && url.searchParams.get('critere') === criterion)
    await page.locator('main [inert]').first().waitFor({ state: 'detached' })
    expect(await card.getByText(entryTexts.mayNotApply, { exact: true }).count()).toBe(0)

    // Another profile takes it out of the questions; the answer is there again when the profile is.
    const choose = async (isForChildren: boolean) => {
      await page.goto(`${path}/profil`)
      await page.getByRole('checkbox', { name: 'Enfants' }).setChecked(isForChildren)
      await page.getByRole('checkbox', { name: 'Adultes' }).setChecked(!isForChildren)
      await page.getByRole('button', { name: profileTexts.submit }).click()
      await page.waitForURL((url) => url.pathname === path)
    }
    await choose(false)
    await page.goto(`${path}?theme=${theme}&critere=${criterion}`)
    expect(await card.getByRole('radio').count()).toBe(0)
    await choose(true)
    await page.goto(`${path}?theme=${theme}&critere=${criterion}`)
    await page.locator('main [inert]').first().waitFor({ state: 'detached' })
    expect(await card.locator(`input[type=radio][value="${value}"]`).isChecked()).toBe(true)
  })
})

describe('a référentiel of another shape', () => {
  journey('goes through the same screens, scores and PDF, from its file alone', async ({ page }) => {
    await signInAs(page, 'pilote@demo.test')
    const id = await start(page)
    const path = `${space}/diagnostic/${id}`
    await page.goto(`${path}?theme=comprendre&critere=affichage`)
    await page.locator('main [inert]').first().waitFor({ state: 'detached' })
    const card = page.locator('[id="critere-affichage"]')
    await card.getByText(entryTexts.imperative, { exact: true }).waitFor()
    // A value that does not count is not even offered for an imperative.
    expect(await card.getByRole('radio', { name: /Sans objet/ }).count()).toBe(0)
    for (const question of ['Les droits sont affichés', 'Les droits sont expliqués']) {
      await card.getByRole('group', { name: new RegExp(question) }).getByRole('radio', { name: /Toujours/ }).check()
    }
    await card.getByText(/Enregistré à/).first().waitFor()
    await look(page, { route: '/espace/[organisation]/diagnostic/[diagnostic]', state: 'autre-referentiel' })
    const byHand = ['affichage.visible', 'affichage.expliques']
    for (const [question, value] of Object.entries(golden.input.answers)) {
      if (!byHand.includes(question)) await answer(page, id, [question, value])
    }

    await page.goto(`${path}/synthese`)
    await page.getByRole('heading', { name: synthesisTexts.title }).waitFor()
    await page.getByText('Lieu attentif').first().waitFor()
    await page.getByRole('link', { name: 'Domaines', exact: true }).click()
    await page.getByText('Agir').first().waitFor()
    await page.waitForURL(/domaines/)
    const figures = await page.locator('main').innerText()
    // (4,3 + 2) ÷ 2 = 3,15, shown with one decimal, half up; 4 for « Agir ».
    for (const shown of ['Comprendre', '3,2', 'Agir', '4,0', 'Lieu attentif']) expect(figures).toContain(shown)
    await look(page, { route: '/espace/[organisation]/diagnostic/[diagnostic]/synthese', state: 'autre-referentiel' })

    const response = await page.request.get(`/api/diagnostics/${id}/autodiagnostic.pdf`, { headers: sameOrigin })
    expect([response.status(), response.headers()['content-type']]).toEqual([200, 'application/pdf'])
    const pdf = await readPdf(await response.body())
    expect(pdf).toMatchObject({ lang: 'fr', isTagged: true })
    const text = pdf.text.replaceAll(/-\n(?=\p{Ll})/gu, '').replaceAll(/\s+/gu, ' ')
    for (const shown of ['Venir', 'Comprendre', 'Agir', reportTexts.imperativeMet, 'Toujours', 'Langue des signes', '3,2']) {
      expect(text).toContain(shown)
    }
    expect(pdf.outline.some((title) => title.includes('Agir'))).toBe(true)
  })
})
