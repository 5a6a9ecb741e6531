import type { Payload } from 'payload'

import { calendarDateIn } from '#domain/calendar/calendar-date.ts'
import { DomainError } from '#domain/domain-error.ts'
import { buildReport } from '#domain/report/build-report.ts'
import { printPdf } from '#server/browser/print-pdf.ts'
import { createDocumentPrinter, type DocumentPrinter } from '#server/pdf/document-printer.ts'
import { guardRest } from '#server/rate-limit/guard-rest.ts'
import { draftPreview, shownProfileOf, shownSubsetOf } from '#server/referentiels/draft-preview.ts'
import { previewTexts } from '#texts/apercu.ts'

import { autodiagnosticDocument } from './autodiagnostic-document.ts'
import { contentDisposition } from './content-disposition.ts'
import { printRefused } from './print-refused.ts'

type Route = { readonly params: Promise<{ readonly brouillon: string }> }

/** A draft of the studio as its empty report will be printed, for whoever may write it. Writes nothing. */
export const previewEndpoint = (
  payloadOf: () => Promise<Payload>,
  printer: DocumentPrinter = createDocumentPrinter({ print: printPdf }),
) =>
  guardRest<Route>(
    async (request, { params }) => {
      const [payload, { brouillon: draft }] = await Promise.all([payloadOf(), params])
      const { user } = await payload.auth({ headers: request.headers })
      const { searchParams } = new URL(request.url)
      if (user === null) throw new DomainError('NOT_FOUND')
      const preview = await draftPreview(payload, { user, draft, profile: shownProfileOf(searchParams), subset: shownSubsetOf(searchParams) })
      const shown = preview?.shown ?? null
      if (shown === null) throw new DomainError('NOT_FOUND')
      const report = buildReport(
        {
          organisation: { name: previewTexts.organisation, establishment: null, network: null },
          campaign: { label: previewTexts.campaign, assemblyOn: null, previous: null },
          date: calendarDateIn(new Date(), 'Europe/Paris'),
        },
        { ...shown, aimed: null, previous: null, series: null, assessments: new Map(), commentOf: () => null, isToConfirm: () => false },
      )
      const printed = await printer(await autodiagnosticDocument(report), user.id)
      if (!printed.ok) {
        payload.logger.error({ msg: 'A draft could not be printed', reason: printed.error.detail, draft })
        return printRefused(printed.error)
      }
      const { pdf } = printed.value
      return new Response(Uint8Array.from(pdf), {
        headers: {
          'cache-control': 'private, no-store',
          'content-type': 'application/pdf',
          'content-length': String(pdf.length),
          'content-disposition': contentDisposition(previewTexts.fileName(report.referentiel.title), 'pdf'),
          'x-content-type-options': 'nosniff',
        },
      })
    },
    { payload: payloadOf },
  )
