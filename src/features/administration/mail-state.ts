import type { MailState } from '#collections/accounts/mails/mail-states.ts'

export type { MailState }

/** In the order in which the outbox shows them. */
export const mailStates = ['queued', 'outbox', 'sent', 'failed'] as const satisfies readonly MailState[]

/** The state that an address names (`?etat=`); undefined for all of them. */
export const mailStateOf = (value: unknown): MailState | undefined => mailStates.find((state) => state === value)
