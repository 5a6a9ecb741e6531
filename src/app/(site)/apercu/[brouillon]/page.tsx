import { notFound } from 'next/navigation'

import { PreviewScreen } from '#features/diagnostic/preview.screen.tsx'
import { payloadInstance } from '#server/payload.ts'
import { draftPreview, shownProfileOf, shownSubsetOf } from '#server/referentiels/draft-preview.ts'
import { currentUser } from '#server/session/session.ts'
import { previewTexts } from '#texts/apercu.ts'

export const metadata = { title: previewTexts.place, robots: { index: false } }

type Query = Readonly<Record<string, string | readonly string[] | undefined>>

const first = (value: string | readonly string[] | undefined): string | null => (typeof value === 'string' ? value : (value?.[0] ?? null))

const pairs = (query: Query): readonly (readonly [string, string])[] =>
  Object.entries(query).flatMap(([name, value]) => (value === undefined ? [] : [value].flat().map((each) => [name, each] as const)))

/** A draft of the studio, for whoever writes it; « not found » for everybody else. */
export default async function Preview({ params, searchParams }: {
  readonly params: Promise<{ readonly brouillon: string }>
  readonly searchParams: Promise<Query>
}) {
  const [{ brouillon }, query, user, payload] = await Promise.all([params, searchParams, currentUser(), payloadInstance()])
  const profile = shownProfileOf(pairs(query))
  const subset = shownSubsetOf(pairs(query))
  const preview = user === null ? null : await draftPreview(payload, { user, draft: brouillon, profile, subset })
  if (preview === null) notFound()
  return (
    <PreviewScreen
      preview={preview}
      path={`/apercu/${brouillon}`}
      profile={profile}
      subset={subset}
      element={first(query['element'])}
      theme={first(query['theme'])}
    />
  )
}
