import type { Page } from 'playwright-core'
import { beforeAll, describe, expect, inject } from 'vitest'

import { conflictTexts } from '#texts/conflict.ts'
import { diagnosticTexts } from '#texts/diagnostic.ts'
import { spaceTexts } from '#texts/espace.ts'
import { practicesTexts } from '#texts/pratiques.ts'
import { entryTexts } from '#texts/saisie.ts'
import { shortcutTexts } from '#texts/shortcuts.ts'
import { uiTexts } from '#texts/ui.ts'

import { expectPageError, journey } from '../support/browser.ts'
import { publishFixture } from '../support/publish-fixture.ts'
import { look, visit } from '../support/visit.ts'
import { criterion, goTo, openDiagnostic, pathOf, practicesOf, referentiel, saved, space, uuid } from './diagnostic-pages.ts'
import { signInAs } from './people.ts'

const questionnaire = '/espace/[organisation]/diagnostic/[diagnostic]'
const practices = '/espace/[organisation]/bonnes-pratiques/[diagnostic]'
beforeAll(() => publishFixture('every-kind', inject('application')), 120_000)

describe('a diagnostic', () => {
  journey('is started from a référentiel, in a campaign, and offered again instead of a second', async ({ page }) => {
    await signInAs(page, 'pilote@demo.test')
    await visit(page, `${space}/diagnostic`, { route: '/espace/[organisation]/diagnostic' })
    await visit(page, `${space}/diagnostic/nouveau`, { route: '/espace/[organisation]/diagnostic/nouveau' })
    const path = await openDiagnostic(page, 'a')
    await look(page, { route: questionnaire })
    await page.goto(`${space}/diagnostic/nouveau`)
    await page.getByRole('radio', { name: referentiel }).check()
    await page.getByRole('button', { name: diagnosticTexts.create.choose.continue }).click()
    await page.getByRole('heading', { name: diagnosticTexts.create.openTitle }).waitFor()
    await look(page, { route: '/espace/[organisation]/diagnostic/nouveau', state: 'deja-ouvert' })
    await page.getByRole('link', { name: diagnosticTexts.create.resume }).click()
    await page.waitForURL(uuid)
    expect(pathOf(page)).toBe(path)
    // Of several that are open, the welcome page names the one that it is about.
    await visit(page, space, { route: '/espace/[organisation]', state: 'plusieurs' })
    await page.getByText(/ · Toute l’organisation\. (Il reste|Tous les critères) /).waitFor()
    await page.getByText(/(Un autre diagnostic est|\d autres diagnostics sont) en cours\./).waitFor()
  })

  journey('is not started by a form with a mistake, which keeps every choice', async ({ page }) => {
    const { create: texts } = diagnosticTexts
    await signInAs(page, 'pilote@demo.test')
    await page.goto(`${space}/diagnostic/nouveau`)
    await page.getByRole('radio', { name: /^Auto-évaluation ESSMS/ }).first().check()
    await page.getByRole('button', { name: texts.choose.continue }).click()
    await page.waitForURL(/referentiel=/)
    const campaign = page.getByRole('combobox', { name: texts.campaign })
    const taken = (await campaign.locator('option').first().innerText()).trim()
    const chosen = page.getByRole('combobox', { name: 'Secteur' })
    const sector = (await chosen.locator('option').nth(1).getAttribute('value')) ?? ''
    const label = page.getByRole('textbox', { name: texts.label })
    await campaign.selectOption({ label: texts.newCampaign })
    expect(await label.inputValue()).not.toBe(taken)
    await label.fill(taken)
    await chosen.selectOption(sector)
    const submit = page.getByRole('button', { name: texts.submit })
    for (let times = 0; times < 2; times += 1) {
      const answered = page.waitForResponse((response) => response.request().method() === 'POST')
      await submit.click()
      await answered
      await page.getByRole('link', { name: texts.errors.labelTaken }).waitFor()
      await submit.isEnabled()
      expect([await campaign.locator('option:checked').innerText(), await chosen.inputValue(), await label.inputValue()]).toEqual([texts.newCampaign, sector, taken])
    }
    await page.getByRole('link', { name: texts.errors.labelTaken }).click()
    expect(await label.evaluate((field) => field === document.activeElement)).toBe(true)
  })

  journey('is answered with the keyboard alone', async ({ page }) => {
    await signInAs(page, 'pilote@demo.test')
    await openDiagnostic(page, 'b')
    const codes = await page.locator('article').evaluateAll((cards) => cards.map(({ id }) => id.replace('critere-', '')))
    const [first = '', second = ''] = codes
    await page.keyboard.press('3')
    await saved(page).waitFor()
    expect(await criterion(page, first).locator('input[type=radio]:checked').getAttribute('value')).toBe('3')
    await page.keyboard.press('j')
    await page.keyboard.press('Enter')
    await criterion(page, second).getByRole('radio').first().waitFor()
    await page.keyboard.press('2')
    await criterion(page, second).getByText(/Enregistré à/).waitFor()
    await page.keyboard.press('?')
    await page.getByRole('dialog', { name: shortcutTexts.title }).waitFor()
    await page.keyboard.press('Escape')
    await page.reload()
    await criterion(page, first).getByText('Un document le décrit').waitFor()
    await criterion(page, second).getByText('Nous pouvons le dire').waitFor()
  })

  journey('asks questions of every type, and shows one when another’s answer calls for it', async ({ page }) => {
    await signInAs(page, 'pilote@demo.test')
    const path = await openDiagnostic(page, 'ch1')
    await page.getByRole('button', { name: entryTexts.grids.add }).click()
    await page.getByRole('radio', { name: 'Personne 2' }).check()
    await look(page, { route: questionnaire, state: 'grilles' })
    await goTo(page, `${path}?theme=ch2&critere=2.2`)
    const card = page.locator('[id="critere-2.2"]')
    const hidden = card.getByRole('textbox', { name: 'Où est-il affiché ?' })
    await card.getByRole('radio', { name: entryTexts.yes }).check()
    await hidden.waitFor()
    await card.getByRole('radio', { name: entryTexts.no }).check()
    await hidden.waitFor({ state: 'detached' })
    await card.getByRole('textbox', { name: /Combien de salariés/ }).fill('12,5')
    await card.locator('output', { hasText: '25' }).waitFor()
    await card.getByRole('button', { name: entryTexts.table.add }).click()
    await card.getByRole('textbox', { name: 'Nom', exact: true }).fill('Le Halage')
    await look(page, { route: questionnaire, state: 'tous-les-types' })
  })

  journey('lets a criterion be declared not concerned, with its reason', async ({ page }) => {
    await signInAs(page, 'pilote@demo.test')
    await openDiagnostic(page, 'c')
    const card = page.locator('article').first()
    await card.getByRole('button', { name: entryTexts.tools.notConcerned }).click()
    await card.getByRole('button', { name: entryTexts.notConcerned.confirm }).click()
    await card.getByText(entryTexts.notConcerned.missing).waitFor()
    // What was typed and not declared yet is kept like any other text.
    const kept = page.waitForResponse((response) => response.ok() && response.request().postData()?.includes('reason') === true)
    await page.keyboard.type('Nous n’avons pas')
    await kept
    await page.reload()
    await goTo(page, `${pathOf(page)}?theme=c`)
    await card.getByRole('textbox', { name: entryTexts.notConcerned.title }).fill('Nous n’avons pas de lieu.')
    const declared = page.waitForResponse((response) => response.ok() && response.request().postData()?.includes('notConcerned') === true)
    await card.getByRole('button', { name: entryTexts.notConcerned.confirm }).click()
    await declared
    await card.getByText(/Enregistré à/).first().waitFor()
    await look(page, { route: questionnaire, state: 'non-concerne' })
    await page.reload()
    await card.getByText('Nous n’avons pas de lieu.').waitFor()

    // Emptied, it asks for the reason, sends nothing, and what stood there stays; so do the counts.
    await card.locator('[data-open]').click()
    const reason = card.getByRole('textbox', { name: entryTexts.notConcerned.reason })
    const counts = async () => /\d+ sur \d+/.exec(await page.getByRole('region', { name: uiTexts.dock }).innerText())?.[0]
    const before = await counts()
    await reason.fill('')
    await card.getByText(entryTexts.notConcerned.emptied).waitFor()
    const marked = page.waitForResponse((response) => response.request().method() === 'PUT')
    await card.getByRole('button', { name: entryTexts.tools.toReview }).click()
    await marked
    expect([await counts(), before]).toEqual(['0 sur 2', '0 sur 2'])
    await page.reload()
    await card.getByText('Nous n’avons pas de lieu.').waitFor()
  })

  journey('keeps the page that one is on when the network is away, and goes on once it is back', async ({ page }) => {
    expectPageError(page, /ERR_INTERNET_DISCONNECTED|ERR_FAILED|Failed to fetch/)
    await signInAs(page, 'pilote@demo.test')
    const path = await openDiagnostic(page, 'd')
    await goTo(page, `${practicesOf(path)}?theme=d`)
    const leave = page.getByRole('navigation').getByRole('link', { name: diagnosticTexts.place, exact: true }).first()
    const here = page.url()
    await page.context().setOffline(true)
    await leave.click()
    await page.getByText(uiTexts.away).waitFor()
    expect(page.url()).toBe(here)
    await page.context().setOffline(false)
    await page.getByText(uiTexts.away).waitFor({ state: 'detached' })

    // The device has a network, the platform does not answer.
    await page.route('**/*', (route) => route.abort())
    await leave.click()
    await page.getByText(uiTexts.away).waitFor()
    expect(page.url()).toBe(here)
    await page.unroute('**/*')
    await leave.click()
    await page.getByRole('heading', { name: diagnosticTexts.listTitle, level: 1 }).waitFor()
  })

  journey('takes a target beside the priority, and keeps it', async ({ page }) => {
    await signInAs(page, 'pilote@demo.test')
    const path = await openDiagnostic(page, 'a')
    await goTo(page, `${practicesOf(path)}?theme=a`)
    const target = page.getByRole('combobox', { name: practicesTexts.target }).first()
    const stored = page.waitForResponse((response) => response.request().method() === 'PUT')
    await target.selectOption({ index: 2 })
    expect((await stored).status()).toBe(200)
    const chosen = await target.inputValue()
    await page.reload()
    await page.locator('main [inert]').first().waitFor({ state: 'detached' })
    expect(await target.inputValue()).toBe(chosen)
  })

  journey('keeps what is typed without a network, and sends it when it is back', async ({ page }) => {
    expectPageError(page, /ERR_INTERNET_DISCONNECTED/)
    await signInAs(page, 'pilote@demo.test')
    const path = await openDiagnostic(page, 'd')
    await goTo(page, `${practicesOf(path)}?theme=d`)
    const field = page.getByRole('textbox', { name: practicesTexts.description }).first()
    await page.context().setOffline(true)
    await field.fill('Un comité d’usagers se réunit chaque trimestre.')
    await page.getByText(entryTexts.save.offline).first().waitFor()
    await page.context().setOffline(false)
    await saved(page).waitFor()
    await page.reload()
    expect(await field.inputValue()).toBe('Un comité d’usagers se réunit chaque trimestre.')
  })

  journey('shows both texts when two people write in one field, and loses neither', async ({ page, other }) => {
    expectPageError(page, /409/)
    await signInAs(page, 'pilote@demo.test')
    await signInAs(other, 'contributeur@demo.test')
    const path = practicesOf(await openDiagnostic(page, 'e'))
    const fieldOf = (each: Page) => each.getByRole('textbox', { name: practicesTexts.description }).first()
    await goTo(page, `${path}?theme=e`)
    await goTo(other, `${path}?theme=e`)
    await fieldOf(other).fill('Le tri est suivi chaque mois.')
    await saved(other).waitFor()
    await fieldOf(page).fill('Le tri est suivi chaque semaine.')
    const both = page.getByRole('button', { name: conflictTexts.both })
    await both.waitFor()
    expect(await page.getByRole('alert').locator('mark').allInnerTexts()).toEqual(['mois.', 'semaine.'])
    await look(page, { route: practices, state: 'deux-versions' })
    // It waits where it was left: named and linked on every page, and never sent again by itself.
    const sent: string[] = []
    page.on('request', (request) => sent.push(...(request.method() === 'PUT' ? [request.url()] : [])))
    await goTo(page, `${path.replace('/bonnes-pratiques/', '/diagnostic/')}?theme=a`)
    await page.getByText(entryTexts.save.trouble).waitFor()
    await page.getByRole('link', { name: entryTexts.save.where('13') }).click()
    await both.waitFor()
    expect(sent).toEqual([])
    await both.click()
    await saved(page).waitFor()
    expect(await fieldOf(page).evaluate((field) => field === document.activeElement)).toBe(true)
    await page.reload()
    const text = await fieldOf(page).inputValue()
    expect(text).toContain('chaque mois')
    expect(text).toContain('chaque semaine')
  })

  journey('says that both versions are one’s own when two tabs wrote them', async ({ page }) => {
    expectPageError(page, /409/)
    await signInAs(page, 'pilote@demo.test')
    const path = practicesOf(await openDiagnostic(page, 'c'))
    const tab = await page.context().newPage()
    const fieldOf = (each: Page) => criterion(each, 'c3').getByRole('textbox', { name: practicesTexts.description })
    await goTo(page, `${path}?theme=c`)
    await goTo(tab, `${path}?theme=c`)
    await fieldOf(tab).fill('Nous prêtons la salle.')
    await saved(tab).waitFor()
    await fieldOf(page).fill('Nous louons la salle.')
    await page.getByText(conflictTexts.ownText).waitFor()
    await page.getByRole('button', { name: conflictTexts.keepMine }).click()
    await saved(page).waitFor()
    await tab.close()
    await page.reload()
    expect(await fieldOf(page).inputValue()).toBe('Nous louons la salle.')
  })

  journey('is read, not written, by a reader, who is told why', async ({ page, other }) => {
    await signInAs(page, 'pilote@demo.test')
    const path = await openDiagnostic(page, 'a')
    await signInAs(other, 'lecteur@demo.test')
    await visit(other, path, { route: questionnaire, state: 'lecture' })
    await other.getByText(diagnosticTexts.locked.reader).waitFor()
    expect(await other.locator('main input[type=radio]:enabled').count()).toBe(0)
    await visit(other, practicesOf(path), { route: practices, state: 'lecture' })
  })

  journey('is described theme by theme, with a priority', async ({ phone }) => {
    await signInAs(phone, 'pilote@demo.test')
    const path = practicesOf(await openDiagnostic(phone, 'f'))
    await visit(phone, `${path}?theme=f`, { route: practices })
    await phone.getByRole('radio', { name: /Plan d’actions/ }).first().check({ force: true })
    await phone.getByText(practicesTexts.toPlan).first().waitFor()
    await saved(phone).waitFor()
    await phone.goto(space)
    await phone.getByText(spaceTexts.cycle.describe).first().waitFor()
  })

  journey('comes first: without one, practices say so', async ({ page }) => {
    await signInAs(page, 'elise.corbin@demo.test')
    await visit(page, '/espace/6655/bonnes-pratiques', { route: '/espace/[organisation]/bonnes-pratiques' })
    await page.getByRole('heading', { name: diagnosticTexts.practices.emptyTitle }).waitFor()
  })
})
