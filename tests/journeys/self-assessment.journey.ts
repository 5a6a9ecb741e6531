import { describe, expect } from 'vitest'

import { diagnosticTexts } from '#texts/diagnostic.ts'
import { spaceTexts } from '#texts/espace.ts'
import { entryTexts } from '#texts/saisie.ts'
import { fr } from '#texts/typography.ts'

import { journey } from '../support/browser.ts'
import { look } from '../support/visit.ts'
import { criterion, goTo, pathOf, saved, uuid } from './diagnostic-pages.ts'
import { signInAs } from './people.ts'

const questionnaire = '/espace/[organisation]/diagnostic/[diagnostic]'
const space = '/espace/5204'
const title = 'Auto-évaluation ESSMS'
const second = entryTexts.grids.one('Personne rencontrée', 2)
const lastOfForm = fr('Qui en est responsable ?')

describe('a self-assessment of 157 criteria in three chapters', () => {
  journey('asks what concerns the organisation, keeps the person met, and opens a form on an imperative', async ({ page }) => {
    await signInAs(page, 'pilote2@demo.test')
    await page.goto(`${space}/diagnostic/nouveau`)
    await page.getByRole('radio', { name: title, exact: false }).first().check()
    await page.getByRole('button', { name: diagnosticTexts.create.choose.continue }).click()
    await page.waitForURL(/referentiel=/)
    await page.getByText('ne constitue pas une évaluation officielle').waitFor()
    await page.getByLabel('Secteur').selectOption({ label: 'Médico-social' })
    await page.getByLabel('Établissement', { exact: true }).check()
    await page.getByLabel('Personnes âgées').check()
    await page.getByRole('button', { name: diagnosticTexts.create.submit }).click()
    await page.waitForURL(uuid)
    const path = pathOf(page)

    // The chapter's criteria are answered for the second person, from one criterion to the next and from page to page.
    await goTo(page, `${path}?theme=1.T2&critere=1.2.1`)
    await page.getByRole('navigation').getByText('Chapitre 3 — L’ESSMS').first().waitFor()
    await criterion(page, '1.2.1').getByRole('button', { name: entryTexts.grids.add }).click()
    const person = page.getByRole('radio', { name: second })
    await person.waitFor({ state: 'attached' })
    await expect.poll(() => person.isChecked()).toBe(true)
    await criterion(page, '1.2.1').getByRole('radio', { name: 'Tout à fait satisfaisant' }).first().check({ force: true })
    await saved(page).waitFor()
    await look(page, { route: questionnaire, state: 'plusieurs-personnes' })

    // One too many goes again while it is empty, one that holds answers is not offered.
    const remove = page.getByRole('button', { name: /^Retirer « .* », vide$/ })
    const add = criterion(page, '1.2.1').getByRole('button', { name: entryTexts.grids.add })
    expect(await remove.count()).toBe(0)
    await add.click()
    await remove.click()
    await remove.waitFor({ state: 'detached' })
    await expect.poll(() => page.evaluate(() => document.activeElement?.getAttribute('type'))).toBe('radio')
    await look(page, { route: questionnaire, state: 'grille-retiree' })
    // One comes back to what was left halfway.
    await page.goto(space)
    await page.getByRole('link', { name: spaceTexts.cycle.resumeAt('1.2.1') }).waitFor()
    await page.getByText(spaceTexts.cycle.running('Droits de la personne accompagnée')).waitFor()
    await goTo(page, `${path}?theme=1.T4&critere=1.10.2`)
    await page.getByText(/^Grille affichée/).first().waitFor({ state: 'attached' })
    expect(await remove.count()).toBe(0)
    await person.check({ force: true })

    const levels = (name: string) => criterion(page, '3.13.3').getByRole('radio', { name })
    await goTo(page, `${path}?theme=3.T9&critere=3.13.3`)
    for (const place of [0, 1]) await levels('Tout à fait satisfaisant').nth(place).check({ force: true })
    await levels('Plutôt satisfaisant').last().check({ force: true })
    await page.getByLabel(lastOfForm).waitFor()
    await look(page, { route: questionnaire, state: 'imperatif-non-tenu' })
    await levels('Optimisé').last().check({ force: true })
    await page.getByLabel(lastOfForm).waitFor({ state: 'detached' })
  })
})
