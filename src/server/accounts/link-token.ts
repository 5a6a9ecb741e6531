import { createHash, randomBytes } from 'node:crypto'

/** A new token for a link: 256 random bits, in characters that an address can carry. */
export const newLinkToken = (): string => randomBytes(32).toString('base64url')

/** What is stored of a token. SHA-256 without salt is enough for 256 random bits. */
export const hashOfToken = (token: string): string => createHash('sha256').update(token).digest('hex')

/** Whether an address segment can be a token at all, before the database is asked. */
export const looksLikeToken = (segment: string): boolean => /^[\w-]{43}$/.test(segment)
