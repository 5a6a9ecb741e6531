import type { Locator, Page } from 'playwright-core'
import { beforeAll, describe, expect, inject } from 'vitest'

import { practicesTexts } from '#texts/pratiques.ts'
import { entryTexts } from '#texts/saisie.ts'

import { journey } from '../support/browser.ts'
import { publishFixture } from '../support/publish-fixture.ts'
import { criterion, goTo, openDiagnostic, practicesOf } from './diagnostic-pages.ts'
import { signInAs } from './people.ts'

const pilot = 'pilote@demo.test'

/** What has the focus: the name of a field, the value of a radio, the words of a button. */
const focused = (page: Page): Promise<string> =>
  page.evaluate(() => {
    const at = document.activeElement
    if (at instanceof HTMLInputElement && at.type === 'radio') return `radio ${at.value}`
    return at instanceof HTMLInputElement || at instanceof HTMLTextAreaElement ? `field ${at.name}` : (at?.tagName.toLowerCase() ?? '')
  })

const chosenIn = async (card: Locator): Promise<string | null> => {
  const chosen = card.locator('input[type=radio]:checked')
  return (await chosen.count()) === 0 ? null : chosen.first().getAttribute('value')
}

const savedIn = (card: Locator) => card.getByText(/Enregistré à \d+:\d\d/).first()

/** Presses a button as one does who has no mouse. */
const pressButton = async (page: Page, button: Locator): Promise<void> => {
  await button.focus()
  await page.keyboard.press('Enter')
}

/** A press on the upper row of a French board, where digits take Shift. */
const pressUpperRow = (page: Page, key: string, code: string): Promise<void> =>
  page.evaluate((press) => {
    document.activeElement?.dispatchEvent(new KeyboardEvent('keydown', { ...press, bubbles: true, cancelable: true }))
  }, { key, code })

beforeAll(() => publishFixture('every-kind', inject('application')), 120_000)

describe('answering by keyboard', () => {
  journey('arrows move among levels and save nothing on the way; Space and Enter choose', async ({ page }) => {
    await signInAs(page, pilot)
    const path = await openDiagnostic(page, 'f')
    await goTo(page, `${path}?theme=f&critere=f3`)
    const saves: string[] = []
    page.on('request', (request) => saves.push(...(request.method() === 'PUT' ? [request.postData() ?? ''] : [])))
    const card = criterion(page, 'f3')
    await card.getByRole('radio').first().focus()
    for (const key of ['ArrowDown', 'ArrowDown', 'ArrowRight', 'ArrowUp']) await page.keyboard.press(key)
    expect([await focused(page), await chosenIn(card)]).toEqual(['radio 3', null])
    await page.keyboard.press('Space')
    await savedIn(card).waitFor()
    await page.keyboard.press('ArrowDown')
    expect([await focused(page), await chosenIn(card)]).toEqual(['radio 4', '3'])
    const second = page.waitForResponse((response) => response.request().method() === 'PUT')
    await page.keyboard.press('Enter')
    await second
    expect(await chosenIn(card)).toBe('4')
    expect(saves.map((body) => JSON.parse(body).value)).toEqual(['3', '4'])
  })

  journey('the upper row of a French board chooses levels, and types in texts', async ({ page }) => {
    await signInAs(page, pilot)
    const path = await openDiagnostic(page, 'a')
    await goTo(page, `${path}?theme=a&critere=a2`)
    const card = criterion(page, 'a2')
    await pressUpperRow(page, 'é', 'Digit2')
    await savedIn(card).waitFor()
    expect(await chosenIn(card)).toBe('2')
    await pressButton(page, card.getByRole('button', { name: entryTexts.comment.add }))
    await pressUpperRow(page, '"', 'Digit3')
    expect(await chosenIn(card)).toBe('2')
  })

  journey('the focus goes where one goes on, and a folded criterion shows what was typed', async ({ page }) => {
    await signInAs(page, pilot)
    const path = await openDiagnostic(page, 'a')
    await goTo(page, `${path}?theme=a&critere=a3`)
    const card = criterion(page, 'a3')
    await page.keyboard.press('4')
    await savedIn(card).waitFor()
    await pressButton(page, card.getByRole('button', { name: entryTexts.comment.add }))
    expect(await focused(page)).toBe('field q-a3-0-commentaire')
    const commented = page.waitForResponse((response) => response.request().method() === 'PUT' && response.request().postData()?.includes('réunions') === true)
    await page.keyboard.type('Dit en 3 réunions.')
    expect(await chosenIn(card)).toBe('4')
    await commented
    const cleared = page.waitForResponse((response) => response.request().method() === 'PUT')
    await pressButton(page, card.getByRole('button', { name: entryTexts.clear }))
    expect(await focused(page)).toBe('radio 4')
    await cleared
    const chosenAgain = page.waitForResponse((response) => response.request().method() === 'PUT')
    await page.keyboard.press('Space')
    await chosenAgain
    await card.getByRole('button', { name: entryTexts.fold }).click()
    await card.getByText('Dit en 3 réunions.').waitFor()

    await goTo(page, `${path}?theme=a&critere=a3`)
    await pressButton(page, card.getByRole('button', { name: entryTexts.tools.notConcerned }))
    expect(await focused(page)).toBe('field raison-a3')
    await page.keyboard.type('Pas ici.')
    await pressButton(page, card.getByRole('button', { name: entryTexts.notConcerned.confirm }))
    await card.getByText(entryTexts.notConcerned.is).waitFor()
    expect(await focused(page)).toBe('field raison-a3')
    // The page of practices leaves it out as long as the server has it not concerned.
    const undone = page.waitForResponse((response) => response.request().method() === 'PUT' && (response.request().postData() ?? '').includes('"notConcerned":false'))
    await pressButton(page, card.getByRole('button', { name: entryTexts.notConcerned.undo }))
    await card.getByRole('radio').first().waitFor()
    expect(await focused(page)).toBe('radio 4')
    await undone

    await goTo(page, `${practicesOf(path)}?theme=a`)
    await card.getByRole('radio').nth(1).check({ force: true })
    await pressButton(page, card.getByRole('button', { name: practicesTexts.clearPriority }))
    expect(await focused(page)).toBe('radio 2')
  })

  journey('a comment that is emptied keeps its field, and what is typed next is no answer', async ({ page }) => {
    await signInAs(page, pilot)
    const path = await openDiagnostic(page, 'c')
    const card = criterion(page, 'c2')
    const comment = card.getByRole('textbox', { name: entryTexts.comment.label })
    await goTo(page, `${path}?theme=c&critere=c2`)
    await card.locator('input[type=radio][value="1"]').check({ force: true })
    await pressButton(page, card.getByRole('button', { name: entryTexts.comment.add }))
    await comment.fill('Une phrase.')
    await savedIn(card).waitFor()
    await goTo(page, `${path}?theme=c&critere=c2`)
    await comment.focus()
    await page.keyboard.press('Control+a')
    await page.keyboard.press('Delete')
    await page.keyboard.type('Nous avons 5 postes')
    expect(await comment.inputValue()).toBe('Nous avons 5 postes')
    expect(await chosenIn(card)).toBe('1')
    await savedIn(card).waitFor()
  })

  journey('the current theme of the rail shows that it has the focus', async ({ page }) => {
    await signInAs(page, pilot)
    await openDiagnostic(page, 'b')
    const rail = page.getByRole('navigation', { name: /Les \d+ chapitres/ }).first()
    const ringOf = async (link: Locator) => {
      await link.focus()
      await page.keyboard.press('Shift+Tab')
      await page.keyboard.press('Tab')
      return link.evaluate((each) => getComputedStyle(each).boxShadow)
    }
    expect(await ringOf(rail.locator('a[aria-current]'))).toBe(await ringOf(rail.locator('a:not([aria-current])').first()))
  })

  journey('a long description is in sight as a whole when the page opens', async ({ page }) => {
    await signInAs(page, pilot)
    const path = practicesOf(await openDiagnostic(page, 'f'))
    await goTo(page, `${path}?theme=f`)
    const field = criterion(page, 'f3').getByRole('textbox', { name: practicesTexts.description })
    await field.fill(Array.from({ length: 30 }, (_, line) => `- pratique ${line + 1}`).join('\n'))
    await savedIn(criterion(page, 'f3')).waitFor()
    await goTo(page, `${path}?theme=f`)
    expect(await field.evaluate((area) => area.scrollHeight <= area.clientHeight)).toBe(true)
  })
})
