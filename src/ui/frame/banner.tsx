import type { ReactNode } from 'react'
import { uiTexts } from '#texts/ui.ts'
import { AppLink } from '../link/app-link.tsx'
import styles from './banner.module.css'
import { NetworkMark, PlatformMark } from './brand-marks.tsx'
import { Ripples } from './ripples.tsx'

export type BannerProps = {
  /** The network's name; left out, the banner is the platform's own. */
  readonly name?: string
  /** One line under the name. */
  readonly line?: string
  /** Where a press on the name leads. */
  readonly href?: string
  /** The network's square mark, an address of our own storage. */
  readonly logo?: string | undefined
  /** A banner picture, 1248 × 72, instead of mark and ripples; the name stays for readers. */
  readonly picture?: string | undefined
}

/** The band at the top of every page, in the colours of the network. */
export function Banner({ name, line, href, logo, picture }: BannerProps) {
  const title = name ?? uiTexts.platform
  if (picture) {
    const image = <img className={styles.picture} src={picture} alt={title} width={1248} height={72} />
    return <div className={styles.band}>{href ? <AppLink href={href}>{image}</AppLink> : image}</div>
  }
  const brand: ReactNode = (
    <>
      <span className={styles.mark}>
        {logo ? <img className={styles.logo} src={logo} alt="" /> : name ? <NetworkMark /> : <PlatformMark />}
      </span>
      <span>
        {title}
        {line ? <span className={styles.line}>{line}</span> : null}
      </span>
    </>
  )
  return (
    <div className={styles.band}>
      <Ripples className={styles.ripples} />
      <div className={styles.inside}>
        {href ? <AppLink className={styles.brand} href={href}>{brand}</AppLink> : <span className={styles.brand}>{brand}</span>}
        {name ? <span className={styles.poweredBy}>{uiTexts.poweredBy}</span> : null}
      </div>
    </div>
  )
}
