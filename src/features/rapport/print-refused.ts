import type { PrintRefusal } from '#server/pdf/document-printer.ts'
import { reportTexts } from '#texts/rapport.ts'

const sentences: Readonly<Record<PrintRefusal['code'], string>> = {
  BUSY: reportTexts.failures.busy,
  OWN_BUSY: reportTexts.failures.ownBusy,
  TOO_LONG: reportTexts.failures.tooLong,
  UNAVAILABLE: reportTexts.failures.unavailable,
}

/** Why there is no PDF, in Payload's own shape, as every refusal of `/api`. */
export const printRefused = ({ code }: PrintRefusal): Response =>
  Response.json(
    { errors: [{ name: 'DomainError', code: `PDF_${code}`, message: sentences[code] }] },
    { status: 503, headers: { 'cache-control': 'no-store', 'retry-after': '60' } },
  )
