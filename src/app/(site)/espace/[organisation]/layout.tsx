import type { ReactNode } from 'react'

import { NotFoundScreen } from '#features/site/not-found.screen.tsx'
import { answerWith } from '#server/log/request-in-hand.ts'
import { isForCaller } from '#server/session/enter-space.ts'

type Props = { readonly params: Promise<{ readonly organisation: string }>; readonly children: ReactNode }

/** A space that is none, or none of theirs, is told as such on the server; each page still checks for itself. */
export default async function SpaceLayout({ params, children }: Props) {
  const { organisation } = await params
  if (await isForCaller(organisation)) return children
  answerWith(404)
  return <NotFoundScreen />
}
