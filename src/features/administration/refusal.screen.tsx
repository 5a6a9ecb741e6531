import { refusalTexts } from '#texts/administration.ts'
import { AppLink } from '#ui/link/app-link.tsx'

import styles from './administration.module.css'

/** Who was refused: someone of an organisation, nobody signed in, or staff who don't administer the platform. */
export type Refused = 'member' | 'visitor' | 'staff'

const waysOut: Readonly<Record<Refused, readonly { readonly label: string; readonly href: string }[]>> = {
  member: [
    { label: refusalTexts.toSpace, href: '/espace' },
    { label: refusalTexts.signOut, href: '/admin/logout' },
  ],
  visitor: [{ label: refusalTexts.signIn, href: '/connexion?suite=/admin' }],
  staff: [{ label: refusalTexts.toDashboard, href: '/admin' }],
}

/** Says why the admin stays closed, and where to go instead. */
export function RefusalScreen({ refused }: { readonly refused: Refused }) {
  return (
    <main className={styles.page}>
      <h1 className={styles.title}>{refusalTexts.title}</h1>
      <p className={styles.lead}>{refusalTexts[refused]}</p>
      <ul className={styles.shortcuts}>
        {waysOut[refused].map(({ label, href }) => (
          <li key={href}><AppLink className={styles.button} href={href}>{label}</AppLink></li>
        ))}
      </ul>
    </main>
  )
}
