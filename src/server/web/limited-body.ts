import type { IncomingMessage } from 'node:http'

import type { HeldBytes } from './held-bytes.ts'

export type BodyVerdict = 'within' | 'too-large' | 'too-many' | 'aborted'

type Judging = {
  /** Bytes that the body may have. */
  readonly limit: number
  readonly client: string
  readonly held: HeldBytes
}

/**
 * Judges a request's body before anybody reads it. A declared length is trusted, because Node's parser ends the
 * body there. A body sent in pieces without a length is held back up to the limit, counted, and then replayed:
 * so what comes after never starts on something that turns out to be too large. Together, such bodies may hold
 * no more than `held` lets them.
 */
export const limitBody = (request: IncomingMessage, judging: Judging): BodyVerdict | Promise<BodyVerdict> => {
  if (request.headers['transfer-encoding'] === undefined) {
    return Number(request.headers['content-length'] ?? 0) > judging.limit ? 'too-large' : 'within'
  }
  return countPieces(request, judging)
}

const countPieces = (request: IncomingMessage, { limit, client, held }: Judging): Promise<BodyVerdict> =>
  new Promise((resolve) => {
    const pieces: Buffer[] = []
    let bytes = 0
    const release = (verdict: BodyVerdict): void => {
      Reflect.deleteProperty(request, 'push')
      request.off('close', onClose)
      held.free(client, bytes)
      resolve(verdict)
    }
    const onClose = (): void => release('aborted')
    request.once('close', onClose)
    // The parser hands over each piece, and `null` at the end, by calling `push`.
    request.push = (piece: Buffer | null): boolean => {
      if (piece === null) {
        release('within')
        for (const one of pieces) request.push(one)
        return request.push(null)
      }
      if (bytes + piece.length > limit) release('too-large')
      else if (!held.take(client, piece.length)) release('too-many')
      else {
        bytes += piece.length
        pieces.push(piece)
      }
      return true
    }
  })
