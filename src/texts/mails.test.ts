import { describe, expect, test } from 'vitest'

import {
  abandonedSentence,
  deliveredNote,
  failureSentence,
  firstAdministratorMail,
  invitationMail,
  mailFoot,
  passwordChangedMail,
  passwordMail,
  trialEndingMail,
  welcomeMail,
} from './mails.ts'
import type { MailText } from './mails.ts'

const link = 'https://pratiques.demo.test/lien/abc'
const organisation = 'Régie des Trois-Ponts'
// 23:30 in Paris, when UTC still has the day before.
const expiresAt = new Date('2026-11-30T23:30:00Z')

const mails: Readonly<Record<string, MailText>> = {
  welcome: welcomeMail({ firstName: 'Ana', organisation, link, expiresAt, trialEnd: '2027-02-28' }),
  'welcome without a date': welcomeMail({ firstName: 'Ana', organisation, link, trialEnd: '2027-02-28' }),
  'invitation of an administrator': invitationMail({
    invitedBy: 'Ana Test',
    organisation,
    role: 'admin',
    link,
    expiresAt,
  }),
  'invitation of a contributor': invitationMail({
    invitedBy: 'Ana Test',
    organisation,
    role: 'contributor',
    link,
    expiresAt,
  }),
  'invitation of a reader': invitationMail({
    invitedBy: 'Ana Test',
    organisation,
    role: 'reader',
    link,
    expiresAt,
  }),
  password: passwordMail({ firstName: 'Ana', link }),
  'password changed': passwordChangedMail({ firstName: 'Ana', resetPage: link }),
  'first administrator': firstAdministratorMail({ link, expiresAt }),
  'trial, 30 days': trialEndingMail({
    firstName: 'Ana',
    organisation,
    daysLeft: 30,
    end: '2027-02-28',
    link,
  }),
  'trial, 7 days': trialEndingMail({ firstName: 'Ana', organisation, daysLeft: 7, end: '2027-02-28', link }),
  'trial, 1 day': trialEndingMail({ firstName: 'Ana', organisation, daysLeft: 1, end: '2027-02-28', link }),
}

const sentencesOf = ({ subject, greeting, paragraphs, button, closing, reason }: MailText) => [
  subject,
  greeting,
  ...paragraphs,
  ...(button ? [button.label] : []),
  ...closing,
  reason,
]

const everySentence = [
  ...Object.values(mails).flatMap(sentencesOf),
  ...Object.values(mailFoot),
  deliveredNote(expiresAt),
  failureSentence({ kind: 'unreachable', detail: 'x' }),
  abandonedSentence,
]

describe('French typography', () => {
  test.each(everySentence)('%s', (sentence) => {
    expect(sentence, 'typographic apostrophe').not.toMatch(/'/)
    expect(sentence, 'narrow space before ; ! ?').not.toMatch(/[^\u202f][;!?]/)
    expect(sentence, 'no-break space before :').not.toMatch(/[^\u00a0\d]:/)
    expect(sentence, 'narrow spaces inside « »').not.toMatch(/«[^\u202f]|[^\u202f]»/)
    expect(sentence, 'one ellipsis sign').not.toMatch(/\.\.\./)
    expect(sentence, 'no doubled or dangling space').not.toMatch(/ {2}|^ | $/)
  })
})

describe.each(Object.entries(mails))('%s', (_, mail) => {
  test('has one button to its link', () => expect(mail.button?.url).toBe(link))
  test('says why it was received', () => expect(mail.reason).not.toBe(''))
  test('leaves nothing undefined', () => expect(sentencesOf(mail).join(' ')).not.toMatch(/undefined|Invalid/))
})

test('an invitation says who, where, as what and until when, on the calendar of Paris', () => {
  const said = sentencesOf(
    invitationMail({ invitedBy: 'Ana Test', organisation, role: 'reader', link, expiresAt }),
  ).join(' ')
  expect(said).toContain('Ana Test vous invite')
  expect(said).toContain(organisation)
  expect(said).toContain('Lecture')
  expect(said).toContain('1er\u00a0décembre 2026 à 00:30')
})

test('a new password: one hour', () => {
  expect(passwordMail({ link }).closing.join(' ')).toContain('une heure')
  expect(passwordMail({ link }).greeting).toBe('Bonjour,')
})

test.each([
  [30, 'un mois'],
  [7, 'une semaine'],
  [1, 'demain'],
] as const)('the end of the trial, %i days before, is told as « %s »', (daysLeft, words) => {
  const mail = trialEndingMail({ firstName: 'Ana', organisation, daysLeft, end: '2027-02-28', link })
  expect(mail.subject).toContain(words)
  expect(mail.paragraphs.join(' ')).toContain('28\u00a0février 2027')
})
