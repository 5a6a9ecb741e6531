import { Link } from '@payloadcms/ui'
import type { ServerProps } from 'payload'

import { adminNavTexts } from '#texts/administration.ts'

import styles from './nav-places.module.css'

/** Our own views above the collections in Payload's navigation, and only those that the person may open. */
export function NavPlaces({ permissions, params }: ServerProps) {
  const mayReadMails = permissions?.collections?.mails?.read === true
  const mayWriteReferentiels = Boolean(permissions?.collections?.drafts?.read)
  const here: unknown = params?.segments
  const segment = Array.isArray(here) ? String(here[0]) : ''
  const places = [
    { label: adminNavTexts.dashboard, href: '/admin', isHere: segment === '' },
    ...(mayWriteReferentiels ? [{ label: adminNavTexts.studio, href: '/admin/studio', isHere: segment === 'studio' }] : []),
    ...(mayReadMails ? [{ label: adminNavTexts.mails, href: '/admin/e-mails', isHere: segment === 'e-mails' }] : []),
  ]
  return (
    <ul className={styles.places}>
      {places.map(({ label, href, isHere }) => (
        <li key={href}>
          <Link className="nav__link" href={href} prefetch={false} aria-current={isHere ? 'page' : undefined}>
            {isHere ? <span className="nav__link-indicator" /> : null}
            <span className="nav__link-label">{label}</span>
          </Link>
        </li>
      ))}
    </ul>
  )
}
