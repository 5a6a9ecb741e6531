import type { ReactNode } from 'react'

import { mailTexts, momentOf, outboxTexts } from '#texts/administration.ts'
import { frNumber } from '#texts/typography.ts'
import { classNames } from '#ui/class-names.ts'
import { AppLink } from '#ui/link/app-link.tsx'

import { linksIn } from './links-in.ts'
import { MailStateMark } from './mail-state-mark.tsx'
import type { ReadMail } from './outbox.queries.ts'
import { resendMailAction } from './resend-mail.action.ts'
import styles from './administration.module.css'

/** Which of its two bodies is shown. */
export type MailVersion = 'texte' | 'html'

export type MailProps = {
  readonly mail: ReadMail
  readonly version: MailVersion
  /** What the button « Renvoyer » has just done. */
  readonly resent: 'fait' | 'inutile' | undefined
}

/** One mail of the outbox: its journey, its links, its text, and its layout in a frame that runs nothing. */
export function MailScreen({ mail, version, resent }: MailProps) {
  const links = linksIn(mail.text)
  return (
    <main className={styles.page}>
      <header>
        <h1 className={styles.title}>{mail.subject}</h1>
        <p><AppLink href="/admin/e-mails">{mailTexts.back}</AppLink></p>
      </header>
      {resent === undefined ? null : (
        <p className={styles.note} role="status">{resent === 'fait' ? mailTexts.resent : mailTexts.notResent}</p>
      )}
      <Journey mail={mail} />
      {mail.state === 'failed' ? (
        <form action={resendMailAction} className={styles.resend}>
          <input type="hidden" name="mail" value={mail.id} />
          <button type="submit" className={styles.primary} aria-describedby="renvoi">{mailTexts.resend}</button>
          <p id="renvoi" className={styles.soft}>{mailTexts.resendHint}</p>
        </form>
      ) : null}
      {links.length === 0 ? null : (
        <section aria-labelledby="liens">
          <h2 className={styles.subtitle} id="liens">{mailTexts.links}</h2>
          <p className={styles.soft}>{mailTexts.linksLead}</p>
          <ul className={styles.links}>
            {links.map((link) => <li key={link}><a href={link} rel="noreferrer">{link}</a></li>)}
          </ul>
        </section>
      )}
      {mail.html === null ? null : <Versions mail={mail.id} version={version} />}
      {mail.html !== null && version === 'html' ? (
        <iframe className={styles.frame} title={mailTexts.frame} sandbox="" srcDoc={mail.html} />
      ) : (
        <p className={styles.text}>{mail.text}</p>
      )}
    </main>
  )
}

function Versions({ mail, version }: { readonly mail: string; readonly version: MailVersion }) {
  const choices = [
    { value: 'texte', label: mailTexts.text, href: `/admin/e-mails/${mail}` },
    { value: 'html', label: mailTexts.html, href: `/admin/e-mails/${mail}?version=html` },
  ]
  return (
    <nav aria-label={mailTexts.versions}>
      <ul className={styles.filters}>
        {choices.map(({ value, label, href }) => (
          <li key={value}>
            <AppLink
              className={classNames(styles.filter, value === version && styles.chosen)}
              href={href}
              aria-current={value === version ? 'page' : undefined}
            >
              {label}
            </AppLink>
          </li>
        ))}
      </ul>
    </nav>
  )
}

function Journey({ mail }: Pick<MailProps, 'mail'>) {
  const facts: readonly (readonly [string, ReactNode])[] = [
    [mailTexts.to, mail.to],
    [mailTexts.state, <MailStateMark key="state" state={mail.state} />],
    [mailTexts.purpose, outboxTexts.purpose[mail.purpose] ?? mail.purpose],
    ...(mail.organisation === null ? [] : [[mailTexts.organisation, mail.organisation] as const]),
    [mailTexts.written, momentOf(mail.createdAt)],
    ...(mail.sentAt === null ? [] : [[mailTexts.delivered[mail.state === 'outbox' ? 'outbox' : 'sent'], momentOf(mail.sentAt)] as const]),
    [mailTexts.attempts, frNumber(mail.attempts)],
    ...(mail.lastError === null ? [] : [[mailTexts.lastError, mail.lastError] as const]),
  ]
  return (
    <dl className={styles.facts}>
      {facts.map(([name, value]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  )
}
