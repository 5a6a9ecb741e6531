import type { Page } from 'playwright-core'
import { describe, expect } from 'vitest'

import { synthesisTexts } from '#texts/synthese.ts'

import { readPdf } from '../browser/pdf-content.ts'
import { journey } from '../support/browser.ts'
import { look } from '../support/visit.ts'
import { signInAs } from './people.ts'

const route = '/espace/[organisation]/diagnostic/[diagnostic]/synthese'
const space = '/espace/6602'

/** The open diagnostic of the demonstration's most complete organisation. */
const openSynthesis = async (page: Page): Promise<string> => {
  await signInAs(page, 'pilote@demo.test')
  const { docs } = await (await page.request.get('/api/diagnostics?limit=100', { headers: { 'sec-fetch-site': 'same-origin' } })).json()
  const { docs: organisations } = await (
    await page.request.get('/api/organisations?limit=100', { headers: { 'sec-fetch-site': 'same-origin' } })
  ).json()
  const organisation = organisations.find(({ number }: { number: number }) => `/espace/${number}` === space)
  const { id } = docs.find((row: { organisation: string; state: string }) => row.organisation === organisation.id && row.state === 'open')
  await page.goto(`${space}/diagnostic/${id}/synthese`)
  return `${space}/diagnostic/${id}`
}

const figures = (page: Page): Promise<string> => page.locator('main').innerText()

describe('the synthesis of a diagnostic', () => {
  journey('shows where one stands, moves with each answer, and is projected', async ({ page }) => {
    const path = await openSynthesis(page)
    await page.getByRole('heading', { name: synthesisTexts.title }).waitFor()
    await look(page, { route })
    const before = await figures(page)

    await page.getByRole('heading', { name: synthesisTexts.next.title }).waitFor()
    await page.getByRole('link', { name: new RegExp(`${synthesisTexts.next.unfinished.finish}|${synthesisTexts.next.unfinished.begin}`) }).first().click()
    await page.waitForURL((url) => url.pathname === path)
    await page.getByRole('radio').first().waitFor()
    // The page's own code has taken over: a key pressed before that reaches nobody.
    await page.waitForFunction(() => {
      const radio = document.querySelector('input[type=radio]')
      return radio !== null && Object.keys(radio).some((key) => key.startsWith('__reactProps'))
    })
    await page.keyboard.press('4')
    await page.getByText(/Enregistré à \d+:\d\d/).first().waitFor()
    await page.goto(`${path}/synthese`)
    await page.getByRole('heading', { name: synthesisTexts.title }).waitFor()
    expect(await figures(page)).not.toBe(before)

    await page.getByRole('link', { name: synthesisTexts.project }).click()
    await page.getByRole('link', { name: synthesisTexts.leaveProjection }).waitFor()
    await look(page, { route, state: 'projection' })
  })

  journey('is taken home as a PDF', async ({ page }) => {
    const path = await openSynthesis(page)
    const href = await page.getByRole('link', { name: synthesisTexts.export }).getAttribute('href')
    const response = await page.request.get(href ?? path, { headers: { 'sec-fetch-site': 'same-origin' } })
    expect([response.status(), response.headers()['content-type']]).toEqual([200, 'application/pdf'])
    const { text } = await readPdf(await response.body())
    expect(text.replaceAll('\u00ad', '')).toMatch(/Gouvernance/)
  })
})
