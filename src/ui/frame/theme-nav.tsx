import type { ReactNode } from 'react'
import { uiTexts } from '#texts/ui.ts'
import { buttonClasses } from '../actions/button-style.ts'
import { Icon } from '../icons/icon.tsx'
import { Hidden } from '../layout/layout.tsx'
import { AppLink } from '../link/app-link.tsx'
import styles from './theme-nav.module.css'

export type ThemeNavItem = {
  readonly label: string
  readonly href: string
  readonly done: number
  readonly total: number
  readonly current?: boolean
}

/** The rail of themes with how far each is; from 64 rem down, one button that looks like a select. */
export function ThemeNav({ title, items, summary, foot }: {
  /** « Les 8 thèmes ». */
  readonly title: string
  readonly items: readonly ThemeNavItem[]
  /** The narrow button's words: « Thème 4 sur 8 : Politique sociale ». */
  readonly summary: string
  /** Under the list: the progress of the whole. */
  readonly foot?: ReactNode
}) {
  return (
    <>
      <nav className={styles.wide} aria-label={title}>
        <h2 className={styles.title}>{title}</h2>
        <ThemeList items={items} />
        {foot ? <div className={styles.foot}>{foot}</div> : null}
      </nav>
      <nav className={styles.narrow} aria-label={title}>
        <details data-menu="">
          <summary className={buttonClasses({ variant: 'secondary', wide: true })}>
            {summary}
            <Icon name="caret-down" size="s" />
          </summary>
          <ThemeList items={items} />
        </details>
      </nav>
    </>
  )
}

/** A rail at the left and the content beside it. */
export function RailLayout({ rail, children }: { readonly rail: ReactNode; readonly children: ReactNode }) {
  return <div className={styles.layout}><div>{rail}</div><div>{children}</div></div>
}

function ThemeList({ items }: { readonly items: readonly ThemeNavItem[] }) {
  return (
    <ul className={styles.list}>
      {items.map(({ label, href, done, total, current }) => (
        <li key={href}>
          <AppLink href={href} aria-current={current ? 'page' : undefined}>
            <span>{label}</span>
            {done >= total
              ? <span className={styles.done}><Icon name="check" size="s" /><Hidden>{uiTexts.themeDone}</Hidden></span>
              : <span className={styles.count}>{uiTexts.progressOf(done, total)}</span>}
          </AppLink>
        </li>
      ))}
    </ul>
  )
}
