import { describe, expect, it } from 'vitest'

import { bodyLimit, boundedBody } from './bounded-body.ts'

const streamed = (pieces: number, size: number) => {
  let sent = 0
  const stream = new ReadableStream<Uint8Array>({
    pull: (controller) => {
      if (sent === pieces) return controller.close()
      sent += 1
      controller.enqueue(new Uint8Array(size).fill(sent))
    },
  })
  const init = { method: 'POST', body: stream, duplex: 'half' }
  return { request: new Request('http://127.0.0.1/api/x', init), piecesSent: () => sent }
}

describe('A body', () => {
  it('within its limit is kept to the byte', async () => {
    const read = await boundedBody(streamed(3, 100).request, 300)
    expect(read).toMatchObject({ ok: true, value: { byteLength: 300 } })
    expect(read.ok && read.value && [read.value[0], read.value[150], read.value[299]]).toEqual([1, 2, 3])
  })

  it('that does not say its length is refused as soon as it passes the limit, unread beyond', async () => {
    const { request, piecesSent } = streamed(1000, 100)
    const read = await boundedBody(request, 250)
    expect(read).toMatchObject({ ok: false, error: { code: 'BODY_TOO_LARGE' } })
    expect(piecesSent()).toBeLessThan(6)
  })

  it('that announces too much is not read at all', async () => {
    const { request, piecesSent } = streamed(1000, 100)
    request.headers.set('content-length', '100000')
    expect(await boundedBody(request, 250)).toMatchObject({ ok: false, error: { code: 'BODY_TOO_LARGE' } })
    expect(piecesSent()).toBeLessThan(3)
  })

  it('may be missing', async () => {
    expect(await boundedBody(new Request('http://127.0.0.1/api/x'), 10)).toEqual({ ok: true, value: null })
  })

  it('may be ten times larger where it carries a file', () => {
    expect(bodyLimit(new Headers({ 'content-type': 'application/json' }))).toBe(1024 * 1024)
    expect(bodyLimit(new Headers({ 'content-type': 'multipart/form-data; boundary=x' }))).toBe(10 * 1024 * 1024)
  })
})
