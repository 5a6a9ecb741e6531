'use client'

import { entryTexts } from '#texts/saisie.ts'
import { Note } from '#ui/feedback/note.tsx'
import { SaveStatus } from '#ui/form/save-status.tsx'
import { AppLink } from '#ui/link/app-link.tsx'

import { cardHref } from '../page/card-href.ts'
import type { Row } from '../saving/row.ts'
import { hasUnsaved } from '../saving/row.ts'
import styles from './entry.module.css'
import { useEntry } from './entry-provider.tsx'
import { usePage } from './page-context.ts'

/** What happened to what was typed without a network, or on an earlier visit. */
export function Notices() {
  const { rows, notice } = useEntry()
  const isAway = rows.some(({ state }) => state.kind === 'offline')
  if (isAway) return <div className={styles.notice}><Note tone="attention" icon="cloud-slash" live><p>{entryTexts.save.offlineNote}</p></Note></div>
  if (notice === null) return null
  const words = notice.kind === 'back' ? entryTexts.save.back(notice.count) : entryTexts.save.resumed(notice.count)
  return <div className={styles.notice}><Note tone="success" live><p>{words}</p></Note></div>
}

/** Where the saving of the whole diagnostic stands, other pages included; what waits for the person, and where it is. */
export function PageSaveState() {
  const { rows } = useEntry()
  const { save } = entryTexts
  const away = rows.filter(({ state }) => state.kind === 'offline')
  const troubled = rows.filter(({ state }) => ['conflict', 'refused', 'signedOut', 'failing', 'held'].includes(state.kind))
  const [first] = troubled
  if (first !== undefined) {
    return (
      <SaveStatus state="error">
        <span>{troubled.length === 1 ? save.trouble : save.troubles(troubled.length)} <PlaceLink row={first} /></span>
      </SaveStatus>
    )
  }
  if (away.length > 0) return <SaveStatus state="offline">{save.kept(away.length)}</SaveStatus>
  if (rows.some(hasUnsaved)) return <SaveStatus state="saving">{save.saving}</SaveStatus>
  return rows.some(({ state }) => state.kind === 'saved') ? <SaveStatus state="saved">{save.all}</SaveStatus> : null
}

/** Of an assessment, what is written on the page of practices. */
const writtenAsPractice = ['practices', 'priority']

function PlaceLink({ row: { name, place, about } }: { readonly row: Row }) {
  const { home, diagnostic } = usePage()
  if (place === null) return null
  const isPractice = name.kind === 'assessment' && about.some((field) => writtenAsPractice.includes(field))
  const path = `${home}/${isPractice ? 'bonnes-pratiques' : 'diagnostic'}/${diagnostic}`
  return <AppLink href={cardHref({ path, page: place.page, criterion: place.criterion })}>{entryTexts.save.where(place.label)}</AppLink>
}
