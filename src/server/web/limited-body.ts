import type { IncomingMessage } from 'node:http'

export type BodyVerdict = 'within' | 'too-large' | 'aborted'

/**
 * Judges a request's body before anybody reads it. A declared length is trusted, because Node's parser ends the
 * body there. A body sent in pieces without a length is held back up to the limit, counted, and then replayed:
 * so what comes after never starts on something that turns out to be too large.
 */
export const limitBody = (
  request: IncomingMessage,
  { limit }: { readonly limit: number },
): BodyVerdict | Promise<BodyVerdict> => {
  if (request.headers['transfer-encoding'] === undefined) {
    return Number(request.headers['content-length'] ?? 0) > limit ? 'too-large' : 'within'
  }
  return countPieces(request, limit)
}

const countPieces = (request: IncomingMessage, limit: number): Promise<BodyVerdict> =>
  new Promise((resolve) => {
    const held: Buffer[] = []
    let bytes = 0
    const release = (verdict: BodyVerdict): void => {
      Reflect.deleteProperty(request, 'push')
      request.off('close', onClose)
      resolve(verdict)
    }
    const onClose = (): void => release('aborted')
    request.once('close', onClose)
    // The parser hands over each piece, and `null` at the end, by calling `push`.
    request.push = (piece: Buffer | null): boolean => {
      if (piece !== null) {
        bytes += piece.length
        if (bytes > limit) release('too-large')
        else held.push(piece)
        return true
      }
      release('within')
      for (const one of held) request.push(one)
      return request.push(null)
    }
  })
