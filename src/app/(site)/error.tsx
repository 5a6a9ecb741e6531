'use client'

import { FailureScreen } from '#features/site/failure.screen.tsx'

export default function SiteError({
  error,
  retry,
}: {
  readonly error: Error & { readonly digest?: string }
  readonly retry: () => void
}) {
  return <FailureScreen digest={error.digest} retry={retry} />
}
