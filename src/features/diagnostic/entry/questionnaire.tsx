'use client'

import { Fragment } from 'react'
import type { ReactNode } from 'react'

import { entryTexts } from '#texts/saisie.ts'
import { LinkButton } from '#ui/actions/link-button.tsx'
import { Progress } from '#ui/feedback/progress.tsx'
import { Dock } from '#ui/frame/dock.tsx'
import { RailLayout, ThemeNav } from '#ui/frame/theme-nav.tsx'

import { cardHref } from '../page/card-href.ts'
import { CriterionCard } from './criterion-card.tsx'
import styles from './entry.module.css'
import { useEntry } from './entry-provider.tsx'
import { usePage } from './page-context.ts'
import { Notices, PageSaveState } from './page-save-state.tsx'
import { Shortcuts } from './shortcuts.tsx'

/** The themes at the left, the criteria of one beside them. `head` is the page's title, drawn by the server. */
export function Questionnaire({ head, empty }: { readonly head: ReactNode; readonly empty: ReactNode }) {
  const { criteria, isWritable } = usePage()
  const { lives, open, meanOf, openCriterion, fold } = useEntry()
  return (
    <RailLayout rail={<PageRail />}>
      {head}
      <Notices />
      {criteria.length === 0 ? empty : null}
      <div>
        {criteria.map((criterion) => {
          const live = lives.get(criterion.code)
          if (live === undefined) return null
          return (
            <Fragment key={criterion.code}>
              {criterion.headings.map(({ code, label }) => <h2 key={code} className={styles.heading}>{label}</h2>)}
              <CriterionCard
                criterion={criterion}
                live={live}
                isOpen={open === criterion.code}
                score={meanOf(criterion)}
                onOpen={openCriterion}
                onFold={fold}
              />
            </Fragment>
          )
        })}
      </div>
      {isWritable ? <Shortcuts /> : null}
    </RailLayout>
  )
}

/** The pages with how far each is, and the whole. */
export function PageRail() {
  const { page } = usePage()
  const { pages, answered, applicable } = useEntry()
  return (
    <ThemeNav
      title={entryTexts.pagesTitle(pages.length, page.kind)}
      summary={entryTexts.pageOf(page.kind, page.position, pages.length, page.title)}
      items={pages.map(({ code, label, group, href, answered: done, applicable: total, uncertain }) => ({
        label: group?.title ?? label, group: group?.label ?? null, href, done, total, uncertain, current: code === page.code,
      }))}
      foot={
        <Progress
          label={entryTexts.progress}
          figure={entryTexts.progressFigure(answered, applicable)}
          value={answered}
          max={Math.max(applicable, 1)}
        />
      }
    />
  )
}

/** At the foot of the window: how far the page is, whether all is saved, what comes next. */
export function QuestionnaireDock() {
  const view = usePage()
  const { pages, next, openCriterion } = useEntry()
  const page = pages.find(({ code }) => code === view.page.code)
  return (
    <Dock
      progress={
        <Progress
          layout="inline"
          label={entryTexts.progressOfPage(view.page.kind)}
          figure={entryTexts.progressFigure(page?.answered ?? 0, page?.applicable ?? 0)}
          value={page?.answered ?? 0}
          max={Math.max(page?.applicable ?? 0, 1)}
        />
      }
      state={<PageSaveState />}
      next={<Next openCriterion={openCriterion} next={next} />}
    />
  )
}

function Next({ next, openCriterion }: Pick<ReturnType<typeof useEntry>, 'next' | 'openCriterion'>) {
  const { criteria, pages, page, home, diagnostic } = usePage()
  const look = { variant: 'primary', iconAfter: 'arrow-right' } as const
  if (next.kind === 'criterion') {
    const criterion = criteria.find(({ code }) => code === next.code)
    return (
      <LinkButton
        {...look}
        href={cardHref({ page: page.code, criterion: next.code })}
        onClick={(event) => {
          event.preventDefault()
          openCriterion(next.code)
        }}
      >
        {entryTexts.next.criterion(criterion?.number ?? '')}
      </LinkButton>
    )
  }
  if (next.kind === 'page') {
    const following = pages.find(({ code }) => code === next.code)
    return following === undefined ? null : <LinkButton {...look} href={following.href}>{entryTexts.next.page(following.label)}</LinkButton>
  }
  return <LinkButton {...look} href={`${home}/diagnostic/${diagnostic}/synthese`}>{entryTexts.next.done}</LinkButton>
}
