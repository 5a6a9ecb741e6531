'use client'

import { PlainFailurePage } from '#features/site/plain-failure.tsx'

/**
 * When a page's own boundary could not help because the frame itself failed: still in French. What fails in Next's router
 * (`pushState` refusing an address) meets Next's own English page, which no application can replace.
 */
export default function GlobalError({ error }: { readonly error: Error & { readonly digest?: string } }) {
  return <PlainFailurePage digest={error.digest} retry={() => window.location.reload()} />
}
