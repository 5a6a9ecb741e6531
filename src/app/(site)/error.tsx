'use client'

import { lazy, Suspense } from 'react'

import { PlainFailure } from '#features/site/plain-failure.tsx'

type Failure = { readonly error: Error & { readonly digest?: string }; readonly retry: () => void }

/** Fetched when it is needed, since every page carries this boundary; without a network the plain one has to do. */
const FailureScreen = lazy(() =>
  import('#features/site/failure.screen.tsx').then(
    (module) => ({ default: module.FailureScreen }),
    () => ({ default: PlainFailure }),
  ),
)

export default function SiteError({ error, retry }: Failure) {
  return (
    <Suspense fallback={null}>
      <FailureScreen digest={error.digest} retry={retry} />
    </Suspense>
  )
}
