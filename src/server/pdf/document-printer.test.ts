import { describe, expect, it, vi } from 'vitest'

import { failure, ok } from '#domain/result.ts'
import type { PrintedDocument, PrintFailure, Printed } from '#server/browser/print-page.ts'

import { createDocumentPrinter } from './document-printer.ts'
import type { DocumentPrinterOptions } from './document-printer.ts'

const text = (html: string) => ({ title: 'Titre', html })
const pdfOf = (html: string, size = 10): Uint8Array => new Uint8Array(size).fill(html.length)
const somebody = 'une-organisation'
const printerFor = (options: DocumentPrinterOptions) => {
  const printed = createDocumentPrinter(options)
  return (document: Parameters<typeof printed>[0], asker = somebody) => printed(document, asker)
}
const printer = () => vi.fn(async ({ html }: PrintedDocument): Promise<Printed> => ok(pdfOf(html)))
const never = () => new Promise<Printed>(() => undefined)

describe('a document that somebody waits for', () => {
  it('is printed once for all who ask at the same time, and for all who ask later', async () => {
    const print = printer()
    const printed = printerFor({ print })
    const [one, other] = await Promise.all([printed(text('a')), printed(text('a'))])
    expect(one).toEqual({ ok: true, value: { pdf: pdfOf('a'), hash: expect.stringMatching(/^[0-9a-f]{64}$/) as string } })
    expect(other).toEqual(one)
    expect(await printed(text('a'))).toEqual(one)
    expect(print).toHaveBeenCalledTimes(1)
  })

  it('is printed anew when its content or its title changed', async () => {
    const print = printer()
    const printed = printerFor({ print })
    await printed(text('a'))
    await printed(text('b'))
    await printed({ title: 'Autre', html: 'a' })
    expect(print).toHaveBeenCalledTimes(3)
  })

  it('is forgotten when memory is needed, the least recently asked for first', async () => {
    const print = printer()
    const printed = printerFor({ print, memory: 25 })
    for (const html of ['a', 'b', 'a', 'c', 'a']) await printed(text(html))
    expect(print).toHaveBeenCalledTimes(3)
    await printed(text('b'))
    expect(print).toHaveBeenCalledTimes(4)
  })

  it('is not kept when it is larger than all the memory, and is given all the same', async () => {
    const print = printer()
    const printed = printerFor({ print, memory: 5 })
    expect((await printed(text('a'))).ok).toBe(true)
    await printed(text('a'))
    expect(print).toHaveBeenCalledTimes(2)
  })
})

describe('a print that goes wrong', () => {
  it.each<[PrintFailure['code'], 'TOO_LONG' | 'UNAVAILABLE']>([
    ['NO_TEXT', 'UNAVAILABLE'],
    ['BROWSER_LOST', 'UNAVAILABLE'],
    ['NO_BROWSER', 'UNAVAILABLE'],
    ['NOT_PRINTED', 'UNAVAILABLE'],
    ['TIMEOUT', 'TOO_LONG'],
  ])('with %s is %s, and the next one is tried again', async (code, refusal) => {
    const print = printer().mockResolvedValueOnce(failure({ code, detail: 'why' }))
    const printed = printerFor({ print })
    expect(await printed(text('a'))).toEqual({ ok: false, error: { code: refusal, detail: `${code}: why` } })
    expect((await printed(text('a'))).ok).toBe(true)
  })

  it('by an error that nobody expected is a value too', async () => {
    const printed = printerFor({ print: () => Promise.reject(new Error('broken')) })
    expect(await printed(text('a'))).toEqual({ ok: false, error: { code: 'UNAVAILABLE', detail: 'broken' } })
  })

  it('by hanging is answered within its time, the time of those who wait with it included', async () => {
    const printed = printerFor({ print: never, timeoutMs: 20 })
    const answers = await Promise.all([printed(text('a')), printed(text('a'))])
    expect(answers.map((answer) => (answer.ok ? null : answer.error.code))).toEqual(['TOO_LONG', 'TOO_LONG'])
  })

  it('is refused at once when too many wait', async () => {
    const printed = printerFor({ print: never, timeoutMs: 20, mostPending: 2 })
    const first = [printed(text('a')), printed(text('b'))]
    expect(await printed(text('c'))).toMatchObject({ ok: false, error: { code: 'BUSY' } })
    await Promise.all(first)
  })

  it('is refused to an organisation whose own are under way, and printed for the others; one that is shared counts once', async () => {
    const finish = Promise.withResolvers<Printed>()
    const printed = printerFor({ print: () => finish.promise, mostOfOne: 2 })
    const own = [printed(text('a'), 'une'), printed(text('b'), 'une'), printed(text('b'), 'une')]
    expect(await printed(text('c'), 'une')).toMatchObject({ ok: false, error: { code: 'OWN_BUSY' } })
    const other = printed(text('c'), 'autre')
    finish.resolve(ok(pdfOf('a')))
    expect((await Promise.all([...own, other])).map(({ ok: isPrinted }) => isPrinted)).toEqual([true, true, true, true])
    expect((await printed(text('d'), 'une')).ok).toBe(true)
  })
})
