import type { Metadata, Viewport } from 'next'
import type { ReactNode } from 'react'

import { chosenTheme } from '#features/site/request-facts.ts'
import { siteTexts } from '#texts/site.ts'
import { SiteDocument } from '#ui/document/site-document.tsx'

// Each answer carries its own nonce, and most pages the person's own data: nothing is made ahead.
export const dynamic = 'force-dynamic'

export const metadata: Metadata = {
  title: { default: siteTexts.name, template: siteTexts.titleTemplate },
  description: siteTexts.description,
  applicationName: siteTexts.name,
  formatDetection: { telephone: false, address: false, email: false },
}

export const viewport: Viewport = {
  width: 'device-width',
  initialScale: 1,
  themeColor: '#22303B',
  colorScheme: 'light dark',
}

export default async function SiteLayout({ children }: { readonly children: ReactNode }) {
  return <SiteDocument theme={await chosenTheme()}>{children}</SiteDocument>
}
