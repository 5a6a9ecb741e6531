import { describe, expect } from 'vitest'

import { siteTexts } from '#texts/site.ts'

import { journey } from '../support/browser.ts'
import { signInAs, trySigningIn } from './people.ts'

describe('when something goes wrong', () => {
  journey('a crafted address to go on to leads to one’s space', async ({ page }) => {
    for (const suite of ['/.//evil.test/x', '/espace/../..//evil.test/x']) {
      await page.context().clearCookies()
      await page.goto(`/connexion?suite=${encodeURIComponent(suite)}`)
      await trySigningIn(page, 'contributeur@demo.test')
      await page.waitForURL('**/espace/6590')
    }
  })

  journey('an address that is none is told as such to whoever has no JavaScript', async ({ page }) => {
    await signInAs(page, 'contributeur@demo.test')
    for (const path of ['/nimporte', '/espace/9999', '/espace/abc', '/espace/9999/diagnostic']) {
      const response = await page.request.get(path, { headers: { accept: 'text/html' } })
      const [shown = ''] = /<main[\s\S]*<\/main>/.exec(await response.text()) ?? []
      expect([path, response.status()]).toEqual([path, 404])
      expect(shown).toContain(siteTexts.notFound.title)
    }
  })

  journey('a link that opens nothing has the status that says so', async ({ page }) => {
    for (const path of ['/invitation/inconnu', '/mot-de-passe/inconnu', '/confirmation/inconnu']) {
      expect([path, (await page.request.get(path)).status()]).toEqual([path, 404])
    }
  })

  journey('the head of a network learns what will be there and what to do now', async ({ page }) => {
    await signInAs(page, 'reseau@demo.test')
    await page.getByRole('heading', { name: 'Vous animez un réseau' }).waitFor()
    await page.getByText('Dès maintenant').waitFor()
  })
})
