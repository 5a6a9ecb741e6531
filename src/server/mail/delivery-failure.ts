import { z } from 'zod'

const smtpError = z.object({
  code: z.string().optional(),
  responseCode: z.number().optional(),
  message: z.string(),
})

/** Why a delivery failed, as the sentences of `#texts/mails.ts` tell it. */
export type FailureKind = 'refused' | 'credentials' | 'unreachable' | 'storage' | 'other'

export type DeliveryFailure = {
  readonly kind: FailureKind
  /** What the server or the system answered, on one line, for the administrator who looks into it. */
  readonly detail: string
  /** True when the server refuses this mail for good: trying again would annoy it and help nobody. */
  readonly permanent: boolean
}

const kindOfCode: Readonly<Record<string, FailureKind>> = {
  EENVELOPE: 'refused',
  EMESSAGE: 'refused',
  EAUTH: 'credentials',
  ENOAUTH: 'credentials',
  EOAUTH2: 'credentials',
  ECONNECTION: 'unreachable',
  ECONNREFUSED: 'unreachable',
  ECONNRESET: 'unreachable',
  ENOTFOUND: 'unreachable',
  ETIMEDOUT: 'unreachable',
  ESOCKET: 'unreachable',
  EDNS: 'unreachable',
  ETLS: 'unreachable',
  EPROTOCOL: 'unreachable',
  EACCES: 'storage',
  EPERM: 'storage',
  EROFS: 'storage',
  ENOSPC: 'storage',
  EDQUOT: 'storage',
  ENOTDIR: 'storage',
  EEXIST: 'storage',
}

/** A reply of 500 or more to addresses or content is final (RFC 5321, 4.2.1); to a login it is not. */
export const failureOf = (error: unknown): DeliveryFailure => {
  const parsed = smtpError.safeParse(error)
  if (!parsed.success) return { kind: 'other', detail: String(error).slice(0, 500), permanent: false }
  const { code = '', responseCode = 0, message } = parsed.data
  const kind = kindOfCode[code] ?? 'other'
  return {
    kind,
    detail: message.replace(/\s+/g, ' ').trim().slice(0, 500),
    permanent: kind === 'refused' && responseCode >= 500,
  }
}
