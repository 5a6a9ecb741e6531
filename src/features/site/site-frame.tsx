import type { ReactNode } from 'react'

import { currentCaller } from '#server/session/session.ts'
import { navigationTexts } from '#texts/navigation.ts'
import { siteTexts } from '#texts/site.ts'
import { Shell } from '#ui/frame/shell.tsx'
import { AppLink } from '#ui/link/app-link.tsx'

import styles from './site-frame.module.css'

export type SitePlace = 'home' | 'sign-in' | 'sign-up'

/** The frame of the pages outside a space: band, a few places, foot. */
export async function SiteFrame({
  current,
  width = 'page',
  children,
}: {
  readonly current?: SitePlace
  /** `form` for pages that are one form. */
  readonly width?: 'page' | 'form'
  readonly children: ReactNode
}) {
  const caller = await currentCaller()
  const places = [
    { label: navigationTexts.home, href: '/', current: current === 'home' },
    { label: navigationTexts.prices, href: '/#tarifs' },
    ...(caller === null
      ? [
          { label: navigationTexts.signUp, href: '/inscription', current: current === 'sign-up' },
          { label: navigationTexts.signIn, href: '/connexion', current: current === 'sign-in' },
        ]
      : [{ label: navigationTexts.mySpace, href: '/espace' }]),
  ]
  return (
    <Shell banner={{ href: '/' }} places={places} width={width} footer={<SiteFoot isSignedIn={caller !== null} />}>
      {children}
    </Shell>
  )
}

function SiteFoot({ isSignedIn }: { readonly isSignedIn: boolean }) {
  return (
    <div className={styles.foot}>
      <p>{siteTexts.footer.line}</p>
      <ul className={styles.links}>
        <li>
          <AppLink href="/">{siteTexts.footer.home}</AppLink>
        </li>
        <li>
          <AppLink href="/#tarifs">{siteTexts.footer.prices}</AppLink>
        </li>
        <li>
          {isSignedIn ? (
            <AppLink href="/espace">{navigationTexts.mySpace}</AppLink>
          ) : (
            <AppLink href="/connexion">{navigationTexts.signIn}</AppLink>
          )}
        </li>
      </ul>
    </div>
  )
}
