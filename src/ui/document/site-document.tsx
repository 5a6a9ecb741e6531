import type { ReactNode } from 'react'
import '../tokens.css'
import '../levels.css'
import '../base.css'
import { BrandStyle } from '../brand/brand-style.tsx'
import type { Brand } from '../brand/brand.ts'
import { AwayNotice } from '../link/away-notice.tsx'
import { SoftNavigation } from '../link/soft-navigation.tsx'
import { fontClasses } from './fonts.ts'

export type SiteDocumentProps = {
  /** From the cookie: `themeAttribute((await cookies()).get(themeCookie)?.value)`. */
  readonly theme?: 'light' | 'dark' | undefined
  /** A workshop screen: larger type, no menus. */
  readonly projector?: boolean
  /** The network's colours, with the nonce of this answer's CSP. */
  readonly brand?: Brand | undefined
  readonly nonce?: string | undefined
  readonly children: ReactNode
}

/** `<html>` and `<body>` with the fonts, the tokens, the theme and the network's colours. */
export function SiteDocument({ theme, projector, brand, nonce, children }: SiteDocumentProps) {
  return (
    <html lang="fr" className={fontClasses} data-theme={theme} data-display={projector ? 'projector' : undefined}>
      <body>
        {brand ? <BrandStyle brand={brand} nonce={nonce} /> : null}
        {children}
        <AwayNotice />
        <SoftNavigation />
      </body>
    </html>
  )
}
