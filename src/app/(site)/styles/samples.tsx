import type { ReactNode } from 'react'
import { stylesTexts } from './styles-texts.ts'
import styles from './page.module.css'

/** A named part of the page. */
export function Sample({ id, title, children }: { readonly id: string; readonly title: string; readonly children: ReactNode }) {
  return (
    <section id={id} className={styles.section} aria-labelledby={`${id}-titre`}>
      <h2 id={`${id}-titre`} className={styles.title}>{title}</h2>
      {children}
    </section>
  )
}

/** The same samples in both themes, side by side; `prefix` keeps their names and ids apart. */
export function BothThemes({ children }: { readonly children: (prefix: string) => ReactNode }) {
  return (
    <div className={styles.sides}>
      {(['light', 'dark'] as const).map((theme) => (
        <div key={theme} data-theme={theme} className={styles.side}>
          <p className={styles.sideTitle}>{stylesTexts[theme]}</p>
          {children(theme)}
        </div>
      ))}
    </div>
  )
}
