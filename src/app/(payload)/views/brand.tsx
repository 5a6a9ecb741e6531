import { adminBrand } from '#texts/administration.ts'
import { PlatformMark } from '#ui/frame/brand-marks.tsx'

import styles from './brand.module.css'

/** The mark at the head of the breadcrumb: the way back to the dashboard. */
export function AdminIcon() {
  return (
    <span className={styles.icon}>
      <PlatformMark />
      <span className={styles.hidden}>{adminBrand.home}</span>
    </span>
  )
}

/** The mark with the name, where the admin shows a page of its own. */
export function AdminLogo() {
  return (
    <span className={styles.logo}>
      <span className={styles.badge}><PlatformMark /></span>
      {adminBrand.name}
    </span>
  )
}
