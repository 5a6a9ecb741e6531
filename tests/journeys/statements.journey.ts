import { describe, expect, inject } from 'vitest'

import { journey } from '../support/browser.ts'
import { statementsDuring } from '../support/logged-statements.ts'
import { signInAs } from './people.ts'

/** As many statements as a page of the questionnaire may ask (design.md §7), however large the référentiel. */
const budget = 8

describe('what a page asks of the database', () => {
  journey('is counted: a page of a diagnostic needs eight statements at most, whoever is signed in', async ({ page }) => {
    const { dataDir } = inject('application')
    await signInAs(page, 'pilote@demo.test')
    const { docs } = await (await page.request.get('/api/diagnostics?limit=100', { headers: { 'sec-fetch-site': 'same-origin' } })).json()
    const open = docs.filter(({ state }: { state: string }) => state === 'open')
    expect(open.length).toBeGreaterThan(2)
    for (const { id, organisation } of open) {
      const { number } = await (
        await page.request.get(`/api/organisations/${organisation}`, { headers: { 'sec-fetch-site': 'same-origin' } })
      ).json()
      const paths = [
        `/espace/${number}/diagnostic/${id}`,
        `/espace/${number}/diagnostic/${id}/synthese`,
        `/espace/${number}/bonnes-pratiques/${id}`,
      ]
      for (const path of paths) {
        // Once to warm up: the compiled revision is read once per process.
        await page.request.get(path)
        const statements = await statementsDuring(dataDir, async () => {
          expect((await page.request.get(path)).status()).toBe(200)
        })
        expect(statements.length, `${path} asked nothing`).toBeGreaterThan(3)
        expect(statements.length, `${path}:\n${statements.join('\n')}`).toBeLessThanOrEqual(budget)
      }
    }
  })
})
