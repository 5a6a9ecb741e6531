import type { ReactNode } from 'react'
import { uiTexts } from '#texts/ui.ts'
import { buttonClasses } from '../actions/button-style.ts'
import { classNames } from '../class-names.ts'
import { Icon } from '../icons/icon.tsx'
import type { IconName } from '../icons/icon-names.ts'
import { AppLink } from '../link/app-link.tsx'
import { Person } from '../marks/avatar.tsx'
import { Banner, type BannerProps } from './banner.tsx'
import { MenuBehaviour } from './menu-behaviour.tsx'
import styles from './shell.module.css'

export type ShellPlace = { readonly label: string; readonly href: string; readonly current?: boolean }
export type ShellLink = { readonly label: string; readonly href: string; readonly icon?: IconName; readonly current?: boolean }

export type ShellProps = {
  /** The band; left out, the platform's own. */
  readonly banner?: BannerProps
  /** The organisation or network one is in, and one line about it (« Démarche 2026 »). */
  readonly place?: { readonly name: string; readonly detail?: string | undefined }
  /** The places of the bar, at most five. */
  readonly places?: readonly ShellPlace[]
  /** Who is signed in. Without a person, the menu holds the links alone. */
  readonly person?: { readonly name: string; readonly email?: string; readonly seed?: string }
  /** Links of the account menu: team, settings, other organisations. */
  readonly accountLinks?: readonly ShellLink[]
  /** Under the links: the sign-out form, the theme switch. */
  readonly accountExtra?: ReactNode
  /** `form`: one column of 38 rem, for pages that are one form. */
  readonly width?: 'page' | 'form'
  /** A bar that sticks to the foot of the window. */
  readonly dock?: ReactNode
  readonly footer?: ReactNode
  readonly children: ReactNode
}

/**
 * The frame of every page: skip link, band, bar, `<main id="contenu">`, dock, foot. From 64 rem down, places and
 * account are behind one « Menu » button. It opens without JavaScript; `MenuBehaviour` only closes it kindly.
 */
export function Shell({
  banner, place, places = [], person, accountLinks = [], accountExtra, width = 'page', dock, footer, children,
}: ShellProps) {
  const hasMenu = person !== undefined || places.length > 0 || accountLinks.length > 0
  const account = (
    <>
      {person?.email ? (
        <p className={styles.panelTitle}>
          <b>{person.name}</b>
          <span className={styles.email}>{person.email}</span>
        </p>
      ) : null}
      {accountLinks.length > 0 ? <LinkList links={accountLinks} /> : null}
      {accountExtra ? <div className={styles.extra}>{accountExtra}</div> : null}
    </>
  )
  return (
    <div className={styles.shell}>
      <a className={styles.skip} href="#contenu">{uiTexts.skip}</a>
      <header>
        <Banner {...banner} />
        {place || hasMenu ? (
          <div className={styles.bar}>
            <div className={styles.inside}>
              {place ? (
                <div className={styles.place}>
                  {place.name}
                  {place.detail ? <span className={styles.placeDetail}>{place.detail}</span> : null}
                </div>
              ) : null}
              {places.length > 0 ? (
                <nav className={styles.nav} aria-label={uiTexts.places}><LinkList links={places} /></nav>
              ) : null}
              {person ? (
                <details className={styles.account} data-menu="">
                  <summary>
                    <Person name={person.name} seed={person.seed} nameClassName={styles.personName} />
                    <Icon name="caret-down" size="s" />
                  </summary>
                  <div className={styles.panel}>{account}</div>
                </details>
              ) : null}
              {hasMenu ? (
                <details className={styles.menu} data-menu="">
                  <summary className={buttonClasses({ variant: 'secondary', dense: true })}>
                    <Icon name="list" />
                    {uiTexts.menu}
                  </summary>
                  <nav className={styles.panel} aria-label={uiTexts.menu}>
                    {places.length > 0 ? <LinkList links={places} /> : null}
                    {account}
                  </nav>
                </details>
              ) : null}
            </div>
          </div>
        ) : null}
      </header>
      <main id="contenu" tabIndex={-1} className={classNames(styles.main, width === 'form' && styles.form)}>{children}</main>
      {dock}
      {footer ? <footer className={styles.footer}><div className={styles.footerInside}>{footer}</div></footer> : null}
      {hasMenu ? <MenuBehaviour /> : null}
    </div>
  )
}

function LinkList({ links }: { readonly links: readonly ShellLink[] }) {
  return (
    <ul>
      {links.map(({ label, href, icon, current }) => (
        <li key={href}>
          <AppLink href={href} aria-current={current ? 'page' : undefined}>
            {icon ? <Icon name={icon} /> : null}
            {label}
          </AppLink>
        </li>
      ))}
    </ul>
  )
}
