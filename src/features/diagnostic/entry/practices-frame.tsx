'use client'

import { practicesTexts } from '#texts/pratiques.ts'
import { entryTexts } from '#texts/saisie.ts'
import { buttonClasses } from '#ui/actions/button-style.ts'
import { LinkButton } from '#ui/actions/link-button.tsx'
import { Dock } from '#ui/frame/dock.tsx'
import { Icon } from '#ui/icons/icon.tsx'
import { AppLink } from '#ui/link/app-link.tsx'
import { Progress } from '#ui/feedback/progress.tsx'

import styles from './practices-frame.module.css'
import { useEntry } from './entry-provider.tsx'
import { usePage } from './page-context.ts'
import { PageSaveState } from './page-save-state.tsx'

/** « Thème 1 sur 8 » : the way to the other themes. */
export function PracticesThemes() {
  const { page, pages } = usePage()
  return (
    <nav className={styles.themes} aria-label={entryTexts.pagesTitle(pages.length, page.kind)}>
      <details data-menu="">
        <summary className={buttonClasses({ variant: 'secondary' })}>
          <Icon name="list-numbers" size="s" />
          {practicesTexts.placeOf(page.kind, page.position, pages.length)}
          <Icon name="caret-down" size="s" />
        </summary>
        <ol className={styles.list}>
          {pages.map(({ code, label, href }) => (
            <li key={code}><AppLink href={href} aria-current={code === page.code ? 'page' : undefined}>{label}</AppLink></li>
          ))}
        </ol>
      </details>
    </nav>
  )
}

/** How many criteria of the theme are described, whether all is saved, the theme that follows. */
export function PracticesDock() {
  const { page, pages, criteria } = usePage()
  const { lives } = useEntry()
  const told = criteria
    .map(({ code }) => lives.get(code))
    .filter((live) => live !== undefined && live.state !== 'notApplicable' && live.state !== 'notConcerned')
  const described = told.filter((live) => {
    const text = live?.assessment['practices']
    return typeof text === 'string' && text.trim() !== ''
  }).length
  const next = pages[page.position]
  return (
    <Dock
      progress={
        <Progress
          layout="inline"
          label={practicesTexts.described}
          figure={entryTexts.progressFigure(described, told.length)}
          value={described}
          max={Math.max(told.length, 1)}
        />
      }
      state={<PageSaveState />}
      next={next === undefined ? undefined : <LinkButton variant="primary" iconAfter="arrow-right" href={next.href}>{next.label}</LinkButton>}
    />
  )
}
