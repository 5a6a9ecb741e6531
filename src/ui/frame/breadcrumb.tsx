import { uiTexts } from '#texts/ui.ts'
import { AppLink } from '../link/app-link.tsx'
import styles from './breadcrumb.module.css'

/** One step of the way; the last one, without address, is the present page. */
export type Crumb = { readonly label: string; readonly href?: string }

/** The way to the present page. */
export function Breadcrumb({ trail }: { readonly trail: readonly Crumb[] }) {
  return (
    <nav aria-label={uiTexts.breadcrumb}>
      <ol className={styles.trail}>
        {trail.map(({ label, href }) => (
          <li key={label}>{href ? <AppLink href={href}>{label}</AppLink> : <span aria-current="page">{label}</span>}</li>
        ))}
      </ol>
    </nav>
  )
}
