import { momentOf, outboxTexts } from '#texts/administration.ts'
import { frNumber } from '#texts/typography.ts'
import { classNames } from '#ui/class-names.ts'
import { AppLink } from '#ui/link/app-link.tsx'

import { MailStateMark } from './mail-state-mark.tsx'
import type { MailState } from './mail-state.ts'
import { mailStates } from './mail-state.ts'
import type { ListedMail, MailCounts } from './outbox.queries.ts'
import { mailsPerPage } from './outbox.queries.ts'
import styles from './administration.module.css'

export type OutboxProps = {
  readonly mails: readonly ListedMail[]
  readonly counts: MailCounts
  readonly state: MailState | undefined
  /** From 1. */
  readonly page: number
  /** Where mails go: a mail server's host, or the folder in which they wait. */
  readonly delivery: { readonly server: string } | { readonly folder: string }
}

const addressOf = ({ state, page = 1 }: { readonly state: MailState | undefined; readonly page?: number }): string => {
  const query = new URLSearchParams({ ...(state ? { etat: state } : {}), ...(page > 1 ? { page: String(page) } : {}) })
  return query.size === 0 ? '/admin/e-mails' : `/admin/e-mails?${query.toString()}`
}

/** The mails that the platform sends, for its administrators: what left, what waits, what went wrong. */
export function OutboxScreen({ mails, counts, state, page, delivery }: OutboxProps) {
  const total = Object.values(counts).reduce((sum, count) => sum + count, 0)
  const shown = state === undefined ? total : counts[state]
  return (
    <main className={styles.page}>
      <header>
        <h1 className={styles.title}>{outboxTexts.title}</h1>
        <p className={styles.lead}>{outboxTexts.lead}</p>
        <p className={styles.note}>
          {'server' in delivery ? outboxTexts.bySmtp(delivery.server) : outboxTexts.byFolder(delivery.folder)}
        </p>
      </header>
      <Filters counts={counts} total={total} state={state} />
      {mails.length === 0 ? (
        <p className={styles.empty}>
          {state === undefined || total === 0 ? outboxTexts.empty : outboxTexts.emptyState[state]}{' '}
          {state !== undefined && total > 0 ? <AppLink href="/admin/e-mails">{outboxTexts.showAll}</AppLink> : null}
        </p>
      ) : (
        <MailTable mails={mails} />
      )}
      <Pages page={page} pages={Math.max(1, Math.ceil(shown / mailsPerPage))} state={state} />
    </main>
  )
}

function Filters({ counts, total, state }: Pick<OutboxProps, 'counts' | 'state'> & { readonly total: number }) {
  const choices = [
    { value: undefined, label: outboxTexts.all, count: total },
    ...mailStates.map((value) => ({ value, label: outboxTexts.state[value], count: counts[value] })),
  ]
  return (
    <nav aria-label={outboxTexts.filter}>
      <ul className={styles.filters}>
        {choices.map(({ value, label, count }) => (
          <li key={label}>
            <AppLink
              className={classNames(styles.filter, value === state && styles.chosen)}
              href={addressOf({ state: value })}
              aria-current={value === state ? 'page' : undefined}
            >
              {label} <span className={styles.soft}>{frNumber(count)}</span>
            </AppLink>
          </li>
        ))}
      </ul>
    </nav>
  )
}

function MailTable({ mails }: Pick<OutboxProps, 'mails'>) {
  const { columns } = outboxTexts
  return (
    <table className={styles.table}>
      <caption className={styles.hidden}>{outboxTexts.table}</caption>
      <thead>
        <tr>
          <th scope="col">{columns.subject}</th>
          <th scope="col">{columns.to}</th>
          <th scope="col">{columns.purpose}</th>
          <th scope="col">{columns.state}</th>
          <th scope="col">{columns.when}</th>
          <th scope="col" className={styles.end}>{columns.attempts}</th>
        </tr>
      </thead>
      <tbody>
        {mails.map((mail) => (
          <tr key={mail.id}>
            <th scope="row"><AppLink href={`/admin/e-mails/${mail.id}`}>{mail.subject}</AppLink></th>
            <td data-h={columns.to} className={styles.address}>{mail.to}</td>
            <td data-h={columns.purpose}>{outboxTexts.purpose[mail.purpose] ?? mail.purpose}</td>
            <td data-h={columns.state}>
              <MailStateMark state={mail.state} />
              {mail.lastError === null ? null : <span className={styles.error}>{mail.lastError}</span>}
            </td>
            <td data-h={columns.when} className={styles.when}>
              <time dateTime={mail.createdAt.toISOString()}>{momentOf(mail.createdAt)}</time>
            </td>
            <td data-h={columns.attempts} className={styles.end}>{frNumber(mail.attempts)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function Pages({ page, pages, state }: Pick<OutboxProps, 'page' | 'state'> & { readonly pages: number }) {
  if (pages === 1 && page === 1) return null
  return (
    <nav aria-label={outboxTexts.pages} className={styles.pages}>
      {page > 1 ? <AppLink className={styles.button} href={addressOf({ state, page: page - 1 })}>{outboxTexts.previous}</AppLink> : null}
      <span>{outboxTexts.page(page, pages)}</span>
      {page < pages ? <AppLink className={styles.button} href={addressOf({ state, page: page + 1 })}>{outboxTexts.next}</AppLink> : null}
    </nav>
  )
}
