import { NotFoundScreen } from '#features/site/not-found.screen.tsx'
import { answerWith } from '#server/log/request-in-hand.ts'
import { siteTexts } from '#texts/site.ts'

export const metadata = { title: siteTexts.notFound.title, robots: { index: false } }

/**
 * Every address that no other route answers: the site's own « not found », with its frame, theme and nonce. Not by Next's
 * `notFound()`, whose page is empty until JavaScript runs.
 */
export default function UnknownAddress() {
  answerWith(404)
  return <NotFoundScreen />
}
