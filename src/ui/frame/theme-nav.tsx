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
  /** Of which it isn't known yet whether they are asked: a theme with one is not done. */
  readonly uncertain?: number
  readonly current?: boolean
  /** « Chapitre 1 — La personne » : themes of one group stand together, and fold but for the current one. */
  readonly group?: string | null
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
          <div className={styles.menu}><ThemeList items={items} /></div>
        </details>
      </nav>
    </>
  )
}

/** A rail at the left and the content beside it. */
export function RailLayout({ rail, children }: { readonly rail: ReactNode; readonly children: ReactNode }) {
  return <div className={styles.layout}><div>{rail}</div><div>{children}</div></div>
}

/** Runs of items with the same group, in their order. */
const groupsOf = (items: readonly ThemeNavItem[]): readonly { readonly group: string; readonly items: readonly ThemeNavItem[] }[] =>
  [...Map.groupBy(items, ({ group }) => group ?? '')].map(([group, own]) => ({ group, items: own }))

const sum = (items: readonly ThemeNavItem[], of: 'done' | 'total' | 'uncertain'): number => items.reduce((total, item) => total + (item[of] ?? 0), 0)

function ThemeList({ items }: { readonly items: readonly ThemeNavItem[] }) {
  const groups = groupsOf(items)
  if (groups.every(({ group }) => group === '')) return <Themes items={items} />
  return groups.map(({ group, items: own }) => (
    <details key={group} className={styles.group} open={own.some(({ current }) => current)}>
      <summary>
        <span>{group}</span>
        <Count done={sum(own, 'done')} total={sum(own, 'total')} uncertain={sum(own, 'uncertain')} />
        <Icon name="caret-down" size="s" />
      </summary>
      <Themes items={own} />
    </details>
  ))
}

function Count({ done, total, uncertain = 0 }: Pick<ThemeNavItem, 'done' | 'total' | 'uncertain'>) {
  if (total === 0 && uncertain > 0) return <span className={styles.count}>{uiTexts.uncertain}</span>
  return done >= total && uncertain === 0
    ? <span className={styles.done}><Icon name="check" size="s" /><Hidden>{uiTexts.themeDone}</Hidden></span>
    : <span className={styles.count}>{uiTexts.progressOf(done, total)}</span>
}

function Themes({ items }: { readonly items: readonly ThemeNavItem[] }) {
  return (
    <ul className={styles.list}>
      {items.map(({ label, href, done, total, uncertain, current }) => (
        <li key={href}>
          <AppLink href={href} aria-current={current ? 'page' : undefined}>
            <span>{label}</span>
            <Count done={done} total={total} uncertain={uncertain} />
          </AppLink>
        </li>
      ))}
    </ul>
  )
}
