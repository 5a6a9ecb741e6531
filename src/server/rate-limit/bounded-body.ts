import { DomainError } from '#domain/domain-error.ts'
import { failure, ok, type Result } from '#domain/result.ts'

const megabyte = 1024 * 1024

/** The most that a request may carry, in bytes. */
export const bodyLimit = (headers: Headers): number =>
  (headers.get('content-type') ?? '').toLowerCase().startsWith('multipart/form-data') ? 10 * megabyte : megabyte

const tooLarge = (limit: number) => failure(new DomainError('BODY_TOO_LARGE', { megabytes: limit / megabyte }))

/**
 * The body, counted while it arrives and not believed to be as long as it says; null when there is none.
 * BODY_TOO_LARGE as soon as the limit is passed: the rest is not read. `held`: the body, where it was read already.
 */
export const boundedBody = async (
  request: Request,
  limit: number,
  held?: Uint8Array<ArrayBuffer>,
): Promise<Result<Uint8Array<ArrayBuffer> | null, DomainError>> => {
  if (held !== undefined) return held.byteLength > limit ? tooLarge(limit) : ok(held)
  if (request.body === null) return ok(null)
  if (Number(request.headers.get('content-length') ?? 0) > limit) {
    await request.body.cancel()
    return tooLarge(limit)
  }
  const pieces: Uint8Array[] = []
  let length = 0
  const reader = request.body.getReader()
  for (let read = await reader.read(); !read.done; read = await reader.read()) {
    length += read.value.byteLength
    if (length > limit) {
      await reader.cancel()
      return tooLarge(limit)
    }
    pieces.push(read.value)
  }
  const body = new Uint8Array(length)
  let offset = 0
  for (const piece of pieces) {
    body.set(piece, offset)
    offset += piece.byteLength
  }
  return ok(body)
}
