import type { ReactNode } from 'react'

import { mailTexts, momentOf, outboxTexts } from '#texts/administration.ts'
import { frNumber } from '#texts/typography.ts'
import { AppLink } from '#ui/link/app-link.tsx'

import { linksIn } from './links-in.ts'
import { MailStateMark } from './mail-state-mark.tsx'
import type { ReadMail } from './outbox.queries.ts'
import { resendMailAction } from './resend-mail.action.ts'
import styles from './administration.module.css'

export type MailProps = {
  readonly mail: ReadMail
  /** What the button « Renvoyer » has just done. */
  readonly resent: 'fait' | 'inutile' | undefined
}

/** One mail of the outbox: its journey, its links, its text, and its layout in a frame that runs nothing. */
export function MailScreen({ mail, resent }: MailProps) {
  const links = linksIn(mail.text)
  return (
    <div className={styles.page}>
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
      <section aria-labelledby="texte">
        <h2 className={styles.subtitle} id="texte">{mailTexts.text}</h2>
        <p className={styles.text}>{mail.text}</p>
      </section>
      {mail.html === null ? null : (
        <section aria-labelledby="html">
          <h2 className={styles.subtitle} id="html">{mailTexts.html}</h2>
          <iframe className={styles.frame} title={mailTexts.frame} sandbox="" srcDoc={mail.html} />
        </section>
      )}
    </div>
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
