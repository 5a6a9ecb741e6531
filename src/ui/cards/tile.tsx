import type { ReactNode } from 'react'
import { classNames } from '../class-names.ts'
import { Icon } from '../icons/icon.tsx'
import { AppLink } from '../link/app-link.tsx'
import styles from './tile.module.css'

export type TileProps = {
  readonly href: string
  readonly title: string
  /** One of `tile-pictures.tsx`. */
  readonly picture: ReactNode
  /** Where it stands, the figure in `<b>`. */
  readonly children: ReactNode
  /** The next step: « Continuer », « Voir la carte ». */
  readonly go: string
  /** The one tile to go on with: yellow. */
  readonly now?: boolean
}

/** A way into one of the four parts of the cycle, with its live state and its next step. */
export function Tile({ href, title, picture, children, go, now = false }: TileProps) {
  return (
    <AppLink href={href} className={classNames(styles.tile, now && styles.now)}>
      <span className={styles.picture} aria-hidden="true">{picture}</span>
      <div className={styles.words}>
        <h2 className={styles.title}>{title}</h2>
        <span className={styles.text}>{children}</span>
        <span className={styles.go}>{go}<Icon name="arrow-right" size="s" /></span>
      </div>
    </AppLink>
  )
}

/** The four tiles, side by side as room allows. */
export function Tiles({ children }: { readonly children: ReactNode }) {
  return <div className={styles.tiles}>{children}</div>
}
