/**
 * Where a mail stands: waiting, handed to the mail server, written to the outbox folder because no mail
 * server is configured, or given up. Stored as text: the list will grow, and a `select` is an enum.
 */
export const mailStates = ['queued', 'sent', 'outbox', 'failed'] as const
export type MailState = (typeof mailStates)[number]

export const isMailState = (value: unknown): value is MailState => mailStates.some((state) => state === value)
