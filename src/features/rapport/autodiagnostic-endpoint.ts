import type { Payload } from 'payload'

import { calendarDate, calendarDateIn } from '#domain/calendar/calendar-date.ts'
import { DomainError } from '#domain/domain-error.ts'
import { buildReport } from '#domain/report/build-report.ts'
import type { AutodiagnosticReport } from '#domain/report/report.ts'
import { printPdf } from '#server/browser/print-pdf.ts'
import { enterDiagnostic } from '#server/diagnostics/diagnostic-scope.ts'
import { evaluatedDiagnostic, type EvaluatedDiagnostic } from '#server/diagnostics/evaluated-diagnostic.ts'
import { createDocumentPrinter, documentHash, type DocumentPrinter } from '#server/pdf/document-printer.ts'
import { guardRest } from '#server/rate-limit/guard-rest.ts'
import { reportTexts } from '#texts/rapport.ts'

import { autodiagnosticDocument } from './autodiagnostic-document.ts'
import { contentDisposition } from './content-disposition.ts'
import { printRefused } from './print-refused.ts'

type Route = { readonly params: Promise<{ readonly diagnostic: string }> }

const reportOf = ({ facts, ...sources }: EvaluatedDiagnostic, now: Date): AutodiagnosticReport => {
  const { organisation, establishment, network, campaign, assemblyOn, timeZone } = facts
  return buildReport(
    {
      organisation: { name: organisation, establishment, network },
      campaign: {
        label: campaign,
        assemblyOn: assemblyOn === null ? null : calendarDate(assemblyOn),
        previous: facts.previous?.campaign ?? null,
      },
      date: calendarDateIn(now, timeZone),
    },
    sources,
  )
}

/**
 * The autodiagnostic of a diagnostic as a PDF, for whoever may read it: 200 with the file, 304 when the browser has it
 * already, 503 with a sentence when it can't be printed. Writes nothing.
 */
export const autodiagnosticEndpoint = (
  payloadOf: () => Promise<Payload>,
  printer: DocumentPrinter = createDocumentPrinter({ print: printPdf }),
) =>
  guardRest<Route>(
    async (request, { params }) => {
      const [payload, { diagnostic: id }] = await Promise.all([payloadOf(), params])
      const scope = await enterDiagnostic(payload, { headers: request.headers, id })
      const diagnostic = await evaluatedDiagnostic(scope, payload.db.drizzle, id)
      if (diagnostic === null) throw new DomainError('NOT_FOUND')
      const report = reportOf(diagnostic, new Date())
      const document = await autodiagnosticDocument(report)
      const headers = {
        // Kept by the browser, asked about each time: what was answered meanwhile is never missing.
        'cache-control': 'private, no-cache',
        etag: `"${documentHash(document)}"`,
      }
      if (request.headers.get('if-none-match') === headers.etag) return new Response(null, { status: 304, headers })
      const printed = await printer(document, scope.organisation.id)
      if (!printed.ok) {
        payload.logger.error({ msg: 'An autodiagnostic could not be printed', reason: printed.error.detail, diagnostic: id })
        return printRefused(printed.error)
      }
      const { pdf } = printed.value
      return new Response(Uint8Array.from(pdf), {
        headers: {
          ...headers,
          'content-type': 'application/pdf',
          'content-length': String(pdf.length),
          'content-disposition': contentDisposition(reportTexts.fileName(report.organisation.name, report.referentiel.title, report.campaign.label), 'pdf'),
          'x-content-type-options': 'nosniff',
        },
      })
    },
    { payload: payloadOf },
  )
