import type { ReactNode } from 'react'

import { diagnosticTexts } from '#texts/diagnostic.ts'
import { profileTexts } from '#texts/profil.ts'
import { buttonClasses } from '#ui/actions/button-style.ts'
import { LinkButton } from '#ui/actions/link-button.tsx'
import { Note } from '#ui/feedback/note.tsx'
import { PageHead } from '#ui/frame/page-head.tsx'
import { Icon } from '#ui/icons/icon.tsx'
import { AppLink } from '#ui/link/app-link.tsx'

import type { DiagnosticSummary } from './diagnostic.queries.ts'
import styles from './diagnostic.module.css'
import type { CriterionSource } from './page/criterion-view.ts'
import { VersionNote } from './upgrade/version-note.tsx'
import type { Lock } from './write-access.ts'

/** « Référentiel complet · Résidence Les Tilleuls ». */
export const diagnosticName = ({ title, scopeLabel }: Pick<DiagnosticSummary, 'title' | 'scopeLabel'>): string =>
  `${title} · ${scopeLabel}`

/** The title of a page of a diagnostic, which diagnostic it is, and the way to another. */
export function DiagnosticHead({ title, above = null, banner = null, lead, diagnostic, all, hrefOf, home, mayMove, actions }: {
  readonly title: string
  /** What the page stands below, over its title. */
  readonly above?: string | null
  /** What the référentiel wants said first. */
  readonly banner?: string | null
  readonly lead?: string | null
  readonly diagnostic: DiagnosticSummary
  readonly all: readonly DiagnosticSummary[]
  /** Where the same kind of page of another diagnostic is. */
  readonly hrefOf: (diagnostic: string) => string
  readonly home: string
  /** Whether the person decides about a newer version of the référentiel. */
  readonly mayMove: boolean
  readonly actions?: ReactNode
}) {
  return (
    <>
      <Switcher {...{ diagnostic, all, hrefOf, home }} />
      <PageHead title={title} above={above ?? undefined} lead={lead ?? undefined} actions={actions} />
      {banner === null ? null : <p className={styles.banner}><Icon name="info" size="s" />{banner}</p>}
      <VersionNote {...{ diagnostic, all, home, mayMove }} />
    </>
  )
}

function Switcher({ diagnostic, all, hrefOf, home }: {
  readonly diagnostic: DiagnosticSummary
  readonly all: readonly DiagnosticSummary[]
  readonly hrefOf: (diagnostic: string) => string
  readonly home: string
}) {
  const texts = diagnosticTexts.switcher
  return (
    <nav className={styles.switcher} aria-label={texts.label}>
      <details data-menu="">
        <summary className={buttonClasses({ variant: 'quiet', dense: true })}>
          <span>{diagnosticName(diagnostic)} · {diagnostic.campaign.label}</span>
          <Icon name="caret-down" size="s" />
        </summary>
        <ul className={styles.switcherList}>
          {all.map((each) => (
            <li key={each.id}>
              <AppLink href={hrefOf(each.id)} aria-current={each.id === diagnostic.id ? 'page' : undefined}>
                <span>{diagnosticName(each)}</span>
                <span className={styles.detail}>{each.campaign.label} · {diagnosticTexts.state[each.state]}</span>
              </AppLink>
            </li>
          ))}
          <li><AppLink href={`${home}/diagnostic`}>{texts.all}</AppLink></li>
        </ul>
      </details>
    </nav>
  )
}

/** Why a page is read-only, in words; nothing while one may write everywhere on it. */
export function LockNote({ lock, writable, total }: {
  readonly lock: Lock | null
  /** Of the criteria of this page. */
  readonly writable: number
  readonly total: number
}) {
  const texts = diagnosticTexts.locked
  // What was replaced says so itself, with the way to the new one (`VersionNote`).
  if ((lock === null && writable === total) || lock === 'replaced') return null
  const words = lock !== null ? texts[lock] : writable === 0 ? texts.theme : texts.someThemes
  return (
    <div className={styles.lock}>
      <Note icon={lock === 'reader' || lock === null ? 'eye' : 'lock-simple'}><p>{words}</p></Note>
    </div>
  )
}

export function SynthesisLink({ path }: { readonly path: string }) {
  return <LinkButton icon="chart-polar" href={`${path}/synthese`}>{diagnosticTexts.synthesis}</LinkButton>
}

/** The way to the profile, which says whether something is missing in it; nothing where the person may not change it. */
export function ProfileLink({ profile }: Pick<CriterionSource, 'profile'>) {
  if (profile === null) return null
  return <LinkButton icon="buildings" href={profile.path}>{profile.isWhole ? profileTexts.change : profileTexts.complete}</LinkButton>
}
