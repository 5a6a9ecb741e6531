'use client'

import { useCallback, useState } from 'react'

import { momentOf, studioTexts } from '../../texts/studio/studio.ts'
import { useStudio } from '../client/studio-context.ts'
import { useAsked } from '../client/use-asked.ts'
import type { HistoryResult } from '../contract/draft.ts'
import { Button } from '../ui/button.tsx'
import { Dialog } from '../ui/dialog.tsx'
import styles from './editor.module.css'

const texts = studioTexts.past

/** Batches in one answer. */
const page = 50

/** Who did what, the newest first; each can be taken back. */
export function PastDialog({ onClose }: { readonly onClose: () => void }) {
  const { api, id, store } = useStudio()
  const ask = useCallback(() => api.history(id, null), [api, id])
  const { value: newest, problem } = useAsked(ask)
  const [older, setOlder] = useState<HistoryResult['batches']>([])
  const [isOver, setOver] = useState(false)
  const batches = newest === null ? null : [...newest.batches, ...older]
  const hasMore = !isOver && (newest?.batches.length ?? 0) === page
  const more = async (): Promise<void> => {
    const answer = await api.history(id, batches?.at(-1)?.sequence ?? null).catch(() => null)
    if (answer?.ok !== true) return
    setOlder([...older, ...answer.value.batches])
    setOver(answer.value.batches.length < page)
  }
  return (
    <Dialog title={texts.title} onClose={onClose} isWide>
      {batches === null ? <p role="status">{problem ?? studioTexts.loading}</p> : null}
      {batches?.length === 0 ? <p>{texts.none}</p> : null}
      <ol className={styles.plainList}>
        {(batches ?? []).map(({ sequence, at, by, lines, inverse }) => (
          <li key={sequence} className={styles.destination}>
            <p className={styles.soft}>{texts.by(by?.name ?? null, momentOf(at))}</p>
            {lines.map((line, index) => <p key={index}>{line}</p>)}
            {inverse.length === 0 ? null : (
              <Button look="quiet" icon="arrow-counter-clockwise" onClick={() => {
                store.edit({ changes: inverse, label: studioTexts.labels.history })
                onClose()
              }}>{texts.undo}<span className={styles.hidden}> : {lines[0]}</span></Button>
            )}
          </li>
        ))}
      </ol>
      {hasMore ? <Button onClick={() => void more()}>{texts.more}</Button> : null}
    </Dialog>
  )
}

/** What a later version of its source holds that this draft may take. */
export function UpstreamDialog({ onClose }: { readonly onClose: () => void }) {
  const { api, id, store } = useStudio()
  const ask = useCallback(() => api.upstream(id), [api, id])
  const { value: news, problem } = useAsked(ask)
  const [taken, setTaken] = useState<ReadonlySet<string>>(new Set())
  const own = studioTexts.upstream
  const isNone = news !== null && (news.source === null || news.items.length === 0)
  return (
    <Dialog title={own.title} onClose={onClose} isWide>
      {news === null ? <p role="status">{problem ?? studioTexts.loading}</p> : null}
      {isNone ? <p>{own.none}</p> : null}
      {news?.source && !isNone ? <p>{own.lead(news.source.id, news.source.to)}</p> : null}
      <ul className={styles.plainList}>
        {(news?.items ?? []).map((item) => (
          <li key={`${item.what}:${item.code}`} className={styles.destination}>
            <p><strong>{own.what[item.what]}</strong> · {item.title || item.code}</p>
            {item.isContested ? <p className={styles.adviceCount}>{own.contested}</p> : null}
            <Button disabled={taken.has(item.code)} onClick={() => {
              store.edit({ changes: item.changes, label: studioTexts.labels.upstream(item.title || item.code) })
              setTaken(new Set(taken).add(item.code))
            }}>{own.take}<span className={styles.hidden}> : {item.title || item.code}</span></Button>
          </li>
        ))}
      </ul>
    </Dialog>
  )
}
