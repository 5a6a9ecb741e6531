'use client'

import { PlainFailurePage } from '#features/site/plain-failure.tsx'

/** When a page's own boundary could not help, such as a failure while going from page to page: still in French. */
export default function GlobalError({ error }: { readonly error: Error & { readonly digest?: string } }) {
  return <PlainFailurePage digest={error.digest} retry={() => window.location.reload()} />
}
