import { notFound } from 'next/navigation'

import { siteTexts } from '#texts/site.ts'

export const metadata = { title: siteTexts.notFound.title }

/** Every address that no other route answers: the site's own « not found », with its frame, theme and nonce. */
export default function UnknownAddress() {
  notFound()
}
