import { createHash, randomUUID } from 'node:crypto'
import { readFileSync } from 'node:fs'

import type { Payload } from 'payload'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { parse } from 'yaml'

import { failure } from '#domain/result.ts'
import { autodiagnosticEndpoint } from '#features/rapport/autodiagnostic-endpoint.ts'
import { referentielDocument } from '#plugins/referentiels/engine/document/document.schema.ts'
import { closePrinter, printPdf } from '#server/browser/print-pdf.ts'
import type { Printed, PrintFailure } from '#server/browser/print-page.ts'
import { createDocumentPrinter, type DocumentPrinter } from '#server/pdf/document-printer.ts'

import { readPdf } from '../browser/pdf-content.ts'
import { buildWorld, type Role, roles, type Side, type World } from '../isolation/world.ts'
import { countQueries } from '../support/count-queries.ts'
import { tokenFor } from '../support/sign-in.ts'
import { testPayload } from '../support/test-payload.ts'

const document = referentielDocument.parse(
  parse(readFileSync(new URL('../fixtures/referentiels/accueil-inclusif.yaml', import.meta.url), 'utf8')),
)

let world: World
let home: Side
let abroad: Side
let diagnostic: string
const tokens = new Map<string, string>()

const makeDiagnostic = async (payload: Payload, side: Side): Promise<string> => {
  const canonical = JSON.stringify(document)
  await payload.db.create({ collection: 'referentiels', data: { code: document.id, title: 'Accueil inclusif', isShipped: false } })
  const revision = await payload.db.create({
    collection: 'revisions',
    data: {
      referentiel: document.id, version: document.version, status: 'published', title: 'Accueil inclusif', visibility: 'public',
      canonical, hash: createHash('sha256').update(canonical).digest('hex'), publishedAt: '2026-01-01T00:00:00.000Z',
    },
  })
  const { id } = await payload.db.create({
    collection: 'diagnostics',
    data: {
      organisation: side.organisation, campaign: side.campaign, revision: revision.id, referentiel: document.id,
      rulesVersion: document.scoring?.current, scopeLabel: 'Essai', profile: { lieu: ['ouvert'] }, state: 'open',
    },
  })
  const rows = [['affichage.visible', 0, 'a'], ['affichage.expliques', 0, 'b'], ['plan-acces', 1, 'c'], ['plan-acces', 2, 'a']] as const
  for (const [question, grid, value] of rows) {
    await payload.db.drizzle.execute(`
      insert into answers (id, organisation_id, diagnostic_id, question, grid, value, comment)
      values ('${randomUUID()}', '${side.organisation}', '${id}', '${question}', ${grid}, '"${value}"', 'Dit en réunion d’équipe.')`)
  }
  return String(id)
}

type Ask = { readonly as?: Role | 'nobody'; readonly id?: string; readonly headers?: Record<string, string>; readonly printer?: DocumentPrinter }

const real = createDocumentPrinter({ print: printPdf, timeoutMs: 60_000 })

const ask = ({ as = 'reader', id = diagnostic, headers = {}, printer = real }: Ask = {}): Promise<Response> => {
  const token = tokens.get(as)
  return autodiagnosticEndpoint(async () => world.payload, printer)(
    new Request(`http://127.0.0.1:3000/api/diagnostics/${id}/autodiagnostic.pdf`, {
      headers: { ...(token && { authorization: `JWT ${token}` }), ...headers },
    }),
    { params: Promise.resolve({ diagnostic: id }) },
  )
}

beforeAll(async () => {
  const { payload } = await testPayload()
  world = await buildWorld(payload)
  ;[home, abroad] = world.sides
  for (const role of roles) tokens.set(role, await tokenFor(payload, home.people[role]))
  diagnostic = await makeDiagnostic(payload, home)
}, 120_000)
afterAll(closePrinter)

describe('The PDF of an autodiagnostic', () => {
  it('holds what was answered, on another shape of référentiel, under a French name', async () => {
    const response = await ask()
    expect(response.status).toBe(200)
    expect(response.headers.get('content-type')).toBe('application/pdf')
    expect(response.headers.get('content-disposition')).toMatch(/^attachment; filename="Autodiagnostic [ -~]+\.pdf"; filename\*=UTF-8''/)
    const { text, lang, isTagged, outline } = await readPdf(await response.bytes())
    expect({ lang, isTagged }).toEqual({ lang: 'fr', isTagged: true })
    const titles = outline.map((title) => title.replaceAll('\u00a0', ' '))
    expect(titles).toContain('  B Comprendre')
    expect(titles).toContain('    B2 Les droits sont affichés et lus')
    for (const words of ['Accueil inclusif', 'Personne rencontrée 2', 'Impératif, non tenu', 'Dit en réunion d’équipe.', 'Sans objet']) {
      expect(text).toContain(words)
    }
  })

  it('comes again without being printed, and not at all when the browser has it', async () => {
    const first = await ask()
    const etag = first.headers.get('etag') ?? ''
    let prints = 0
    const counting = createDocumentPrinter({ print: (printed) => { prints += 1; return printPdf(printed) }, timeoutMs: 60_000 })
    await ask({ printer: counting })
    const started = performance.now()
    const again = await ask({ printer: counting })
    expect([prints, again.status, again.headers.get('etag')]).toEqual([1, 200, etag])
    expect(performance.now() - started).toBeLessThan(1000)
    const known = await ask({ headers: { 'if-none-match': etag } })
    expect([known.status, (await known.bytes()).length]).toEqual([304, 0])
  })

  it('is another one after an answer changed', async () => {
    const before = (await ask()).headers.get('etag')
    await world.payload.db.drizzle.execute(`update answers set comment = 'Corrigé.' where diagnostic_id = '${diagnostic}' and question = 'affichage.visible'`)
    expect((await ask()).headers.get('etag')).not.toBe(before)
  })

  it('marks what waits to be confirmed since it was carried from an older version', async () => {
    const marked = async () => (await readPdf(await (await ask()).bytes())).text.split('À confirmer').length - 1
    expect(await marked()).toBe(0)
    await world.payload.db.drizzle.execute(`update answers set to_confirm = 'reworded' where diagnostic_id = '${diagnostic}' and question = 'plan-acces'`)
    // The cover, the criterion, the answers of both people met, and the notes.
    expect(await marked()).toBe(5)
  })

  it('is made by few statements, and writes none', async () => {
    await ask()
    const { statements } = await countQueries(world.payload, () => ask())
    const own = statements.filter((statement) => !/rate_limit/i.test(statement))
    expect(own.length).toBeLessThanOrEqual(4)
    expect(own.filter((statement) => /\b(insert|update|delete)\b/i.test(statement))).toEqual([])
  })
})

describe('Who may have it', () => {
  it.each<[Role | 'nobody', number]>([
    ['admin', 200], ['contributor', 200], ['reader', 200], ['consultant', 200],
    ['head', 404], ['cress', 404], ['stranger', 404], ['nobody', 401],
  ])('%s: %i', async (as, status) => {
    expect((await ask({ as })).status).toBe(status)
  })

  it.each(roles)('%s of another organisation gets the same answer as for one that does not exist', async (role) => {
    const token = await tokenFor(world.payload, abroad.people[role])
    const answers = await Promise.all([diagnostic, randomUUID(), 'x'].map(async (id) => {
      const response = await ask({ as: 'nobody', id, headers: { authorization: `JWT ${token}` } })
      return [response.status, await response.text()]
    }))
    expect(answers[0]?.[0]).toBe(404)
    expect(answers[1]).toEqual(answers[0])
    expect(answers[2]).toEqual(answers[0])
  })
})

describe('A print that goes wrong', () => {
  const failing = (code: PrintFailure['code']) => createDocumentPrinter({ print: async (): Promise<Printed> => failure({ code, detail: 'why' }) })

  it.each<[string, DocumentPrinter, string]>([
    ['a blank page', failing('NO_TEXT'), 'PDF_UNAVAILABLE'],
    ['a printer that was killed', failing('BROWSER_LOST'), 'PDF_UNAVAILABLE'],
    ['no printer', failing('NO_BROWSER'), 'PDF_UNAVAILABLE'],
    ['a print that hangs', createDocumentPrinter({ print: () => new Promise<Printed>(() => undefined), timeoutMs: 50 }), 'PDF_TOO_LONG'],
    ['too many at once', createDocumentPrinter({ print: printPdf, mostPending: 0 }), 'PDF_BUSY'],
    ['too many of one’s own', createDocumentPrinter({ print: printPdf, mostOfOne: 0 }), 'PDF_OWN_BUSY'],
  ])('%s: a sentence, never a file', async (_, printer, code) => {
    const response = await ask({ printer })
    expect([response.status, response.headers.get('content-type'), response.headers.get('cache-control')]).toEqual([
      503, 'application/json', 'no-store',
    ])
    const { errors } = await response.json()
    expect(errors).toEqual([{ name: 'DomainError', code, message: expect.stringMatching(/Rien n’est perdu.*réessayez|Réessayez|redemandez/i) as string }])
  })
})
