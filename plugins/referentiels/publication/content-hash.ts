import { createHash } from 'node:crypto'

/** SHA-256 of a canonical text, in lower-case hexadecimal: the identity of a référentiel's content. */
export const contentHash = (canonicalText: string): string => createHash('sha256').update(canonicalText, 'utf8').digest('hex')
