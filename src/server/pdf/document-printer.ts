import { createHash } from 'node:crypto'

import { failure, ok } from '#domain/result.ts'
import type { Result } from '#domain/result.ts'
import type { Printed, PrintedDocument } from '#server/browser/print-page.ts'

export type PrintRefusal = {
  /** `BUSY`: too many wait already · `OWN_BUSY`: too many of the same asker · `TOO_LONG`: beyond its time · `UNAVAILABLE`: no PDF, or a blank one. */
  readonly code: 'BUSY' | 'OWN_BUSY' | 'TOO_LONG' | 'UNAVAILABLE'
  /** For the operator's log, in English; holds nothing of the document. */
  readonly detail: string
}

export type KeptPdf = {
  readonly pdf: Uint8Array
  /** Of the document that was printed: the same content gives the same. */
  readonly hash: string
}

export type DocumentPrinterOptions = {
  readonly print: (document: PrintedDocument) => Promise<Printed>
  /** Documents that are printed or wait; one more is refused. @default 8 */
  readonly mostPending?: number
  /** Of them, those of one asker: heavy documents of one organisation shut nobody else out. @default 2 */
  readonly mostOfOne?: number
  /** From the question to the answer, waiting included. @default 30_000 */
  readonly timeoutMs?: number
  /** What finished PDFs may hold of this process's memory. @default 32 MB */
  readonly memory?: number
}

type Asked = Omit<PrintedDocument, 'timeoutMs'> & { readonly title: string }

/** `asker`: for whom it is printed, an organisation or a person of none. */
export type DocumentPrinter = (document: Asked, asker: string) => Promise<Result<KeptPdf, PrintRefusal>>

/** Of a document, before it is printed: what the printed PDF will carry. */
export const documentHash = ({ title, html }: { readonly title: string; readonly html: string }): string =>
  createHash('sha256').update(title).update('\0').update(html).digest('hex')

/** The least recently asked for leave first; one that is larger than the whole memory is not kept. */
const boundedMemory = (bytes: number) => {
  const kept = new Map<string, Uint8Array>()
  let held = 0
  const forget = (hash: string) => {
    held -= kept.get(hash)?.length ?? 0
    kept.delete(hash)
  }
  return {
    take: (hash: string): Uint8Array | undefined => {
      const pdf = kept.get(hash)
      if (pdf !== undefined) {
        kept.delete(hash)
        kept.set(hash, pdf)
      }
      return pdf
    },
    keep: (hash: string, pdf: Uint8Array): void => {
      if (pdf.length > bytes) return
      forget(hash)
      kept.set(hash, pdf)
      held += pdf.length
      for (const oldest of kept.keys()) {
        if (held <= bytes) break
        forget(oldest)
      }
    },
  }
}

const refusalOf = (printed: Extract<Printed, { ok: false }>): PrintRefusal => {
  const { code, detail } = printed.error
  return { code: code === 'TIMEOUT' ? 'TOO_LONG' : 'UNAVAILABLE', detail: `${code}: ${detail}` }
}

/**
 * Prints documents while somebody waits for them: within a time, a few at once, one print for the same content however
 * many ask, and none for content that this process printed lately (docs/decisions/0016-report-pdf.md). Nothing is
 * stored: another process prints for itself.
 */
export const createDocumentPrinter = ({
  print,
  mostPending = 8,
  mostOfOne = 2,
  timeoutMs = 30_000,
  memory = 32 * 1024 * 1024,
}: DocumentPrinterOptions): DocumentPrinter => {
  const kept = boundedMemory(memory)
  const pending = new Map<string, { readonly asker: string; readonly work: Promise<Result<KeptPdf, PrintRefusal>> }>()

  const printNow = async (hash: string, document: Asked): Promise<Result<KeptPdf, PrintRefusal>> => {
    try {
      const printed = await print({ ...document, timeoutMs })
      if (!printed.ok) return failure(refusalOf(printed))
      kept.keep(hash, printed.value)
      return ok({ pdf: printed.value, hash })
    } catch (error) {
      return failure({ code: 'UNAVAILABLE', detail: error instanceof Error ? error.message : String(error) })
    } finally {
      pending.delete(hash)
    }
  }

  const within = async <T>(work: Promise<T>, late: T): Promise<T> => {
    const { promise, resolve } = Promise.withResolvers<T>()
    const timer = setTimeout(() => resolve(late), timeoutMs)
    try {
      return await Promise.race([work, promise])
    } finally {
      clearTimeout(timer)
    }
  }

  const refusalFor = (asker: string): PrintRefusal | null => {
    if (pending.size >= mostPending) return { code: 'BUSY', detail: `${pending.size} documents are being printed or wait.` }
    const own = [...pending.values()].filter((one) => one.asker === asker).length
    return own >= mostOfOne ? { code: 'OWN_BUSY', detail: `${own} documents of the same asker are being printed or wait.` } : null
  }

  return async (document, asker) => {
    const hash = documentHash(document)
    const before = kept.take(hash)
    if (before !== undefined) return ok({ pdf: before, hash })
    const underWay = pending.get(hash)
    const refusal = underWay === undefined ? refusalFor(asker) : null
    if (refusal !== null) return failure(refusal)
    const work = underWay?.work ?? printNow(hash, document)
    if (underWay === undefined) pending.set(hash, { asker, work })
    return within(work, failure({ code: 'TOO_LONG', detail: `No answer within ${timeoutMs} ms, waiting included.` }))
  }
}
