import { createHash } from 'node:crypto'

/** SHA-256 of a canonical text, in lower-case hexadecimal: the identity of a référentiel's content. */
export const contentHash = (canonicalText: string): string => createHash('sha256').update(canonicalText, 'utf8').digest('hex')

/** SHA-256 of a file as it lies there, whatever it says. */
export const bytesHash = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex')
