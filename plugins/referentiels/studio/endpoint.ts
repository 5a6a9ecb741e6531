import type { Endpoint, PayloadRequest } from 'payload'
import type { z } from 'zod'

import { deepest } from '../source/spot.ts'
import { studioErrorTexts } from '../texts/studio-texts.ts'
import { studioPath } from './contract/changes.ts'
import { type FileOptions, fileOptions } from './contract/files.ts'
import { StudioFailure } from './failure.ts'
import { inTurn } from './in-turn.ts'
import { isDeeperThan } from './json-depth.ts'
import { mayWriteFrom } from './origin.rules.ts'

const megabyte = 1024 * 1024
/** The most that a request with a body may carry, in bytes. */
const bodyLimits = { json: megabyte, file: 10 * megabyte } as const

type Answer = { readonly status?: number; readonly body: unknown } | Response

const headers = { 'cache-control': 'no-store' }

const told = (answer: Answer): Response =>
  answer instanceof Response ? answer : Response.json(answer.body, { status: answer.status ?? 200, headers })

const refusal = (failure: StudioFailure): Response =>
  Response.json(
    { errors: [{ code: failure.code, message: studioErrorTexts[failure.code] }], ...(failure.findings && { findings: failure.findings }) },
    { status: failure.status, headers: { ...headers, ...(failure.code === 'BUSY' && { 'retry-after': '5' }) } },
  )

/** Origins that the application names. */
const namedOrigins = ({ payload }: PayloadRequest): ReadonlySet<string> => {
  const { csrf, serverURL } = payload.config
  return new Set([...csrf, ...(serverURL === '' ? [] : [new URL(serverURL).origin])])
}

/** A body, counted while it arrives and not believed to be as long as it says. */
const bodyOf = async (req: PayloadRequest, limit: number): Promise<Buffer<ArrayBuffer>> => {
  if (Number(req.headers.get('content-length') ?? 0) > limit) throw new StudioFailure('TOO_LARGE')
  const reader = req.body?.getReader()
  if (reader === undefined) throw new StudioFailure('INVALID_INPUT')
  const pieces: Uint8Array[] = []
  let length = 0
  for (let read = await reader.read(); !read.done; read = await reader.read()) {
    length += read.value.byteLength
    if (length > limit) {
      await reader.cancel()
      throw new StudioFailure('TOO_LARGE')
    }
    pieces.push(read.value)
  }
  return Buffer.concat(pieces)
}

const jsonOf = async (req: PayloadRequest): Promise<unknown> => {
  // A form of another site cannot send this type without asking first.
  if (!(req.headers.get('content-type') ?? '').toLowerCase().startsWith('application/json')) throw new StudioFailure('INVALID_INPUT')
  return parsedJson((await bodyOf(req, bodyLimits.json)).toString('utf8'))
}

const parsedJson = (text: string): unknown => {
  if (isDeeperThan(text, deepest)) throw new StudioFailure('INVALID_INPUT')
  try {
    return JSON.parse(text)
  } catch {
    throw new StudioFailure('INVALID_INPUT')
  }
}

type Asked<Body> = { readonly req: PayloadRequest; readonly params: Readonly<Record<string, string>>; readonly body: Body }

const paramsOf = ({ routeParams }: PayloadRequest): Readonly<Record<string, string>> =>
  Object.fromEntries(Object.entries(routeParams ?? {}).flatMap(([name, value]) => (typeof value === 'string' ? [[name, value]] : [])))

const guarded =
  (answer: (req: PayloadRequest) => Promise<Answer>) =>
  async (req: PayloadRequest): Promise<Response> => {
    try {
      if (!req.user) throw new StudioFailure('NOT_SIGNED_IN')
      return told(await answer(req))
    } catch (error) {
      if (error instanceof StudioFailure) return refusal(error)
      throw error
    }
  }

const checkOrigin = (req: PayloadRequest): void => {
  const said = (name: string): string | null => req.headers.get(name)
  const claims = { origin: said('origin'), fetchSite: said('sec-fetch-site'), host: said('x-forwarded-host') ?? said('host') }
  if (!mayWriteFrom(claims, namedOrigins(req))) throw new StudioFailure('FORBIDDEN_ORIGIN')
}

/** An endpoint that only reads. */
export const reading = (path: string, answer: (asked: Asked<undefined>) => Promise<Answer>): Endpoint => ({
  path: `${studioPath}${path}`,
  method: 'get',
  handler: guarded((req) => answer({ req, params: paramsOf(req), body: undefined })),
})

/** An endpoint that writes, with a body of this shape. */
export const writing = <Schema extends z.ZodType>(
  path: string,
  schema: Schema,
  answer: (asked: Asked<z.output<Schema>>) => Promise<Answer>,
): Endpoint => ({
  path: `${studioPath}${path}`,
  method: 'post',
  handler: guarded(async (req) => {
    checkOrigin(req)
    const parsed = schema.safeParse(await jsonOf(req))
    if (!parsed.success) throw new StudioFailure('INVALID_INPUT')
    return answer({ req, params: paramsOf(req), body: parsed.data })
  }),
})

type SentFile = { readonly name: string; readonly bytes: Buffer; readonly options: FileOptions }

const fileOf = async (req: PayloadRequest): Promise<SentFile> => {
  const type = req.headers.get('content-type') ?? ''
  if (!type.toLowerCase().startsWith('multipart/form-data')) throw new StudioFailure('INVALID_INPUT')
  const body = await bodyOf(req, bodyLimits.file)
  const form = await new Response(body, { headers: { 'content-type': type } }).formData().catch(() => null)
  const [file, options] = [form?.get('file'), form?.get('options') ?? '{}']
  if (!(file instanceof File) || typeof options !== 'string') throw new StudioFailure('INVALID_INPUT')
  const parsed = fileOptions.safeParse(parsedJson(options))
  if (!parsed.success) throw new StudioFailure('INVALID_INPUT')
  return { name: file.name, bytes: Buffer.from(await file.arrayBuffer()), options: parsed.data }
}

/** An endpoint that takes a file with its options. */
export const sending = (path: string, answer: (asked: { readonly req: PayloadRequest; readonly file: SentFile }) => Promise<Answer>): Endpoint => ({
  path: `${studioPath}${path}`,
  method: 'post',
  handler: guarded(async (req) => {
    checkOrigin(req)
    return inTurn(String(req.user?.id), { receive: () => fileOf(req), work: (file) => answer({ req, file }) })
  }),
})

/** An endpoint that takes something away, without a body. */
export const taking = (path: string, answer: (asked: Asked<undefined>) => Promise<Answer>): Endpoint => ({
  path: `${studioPath}${path}`,
  method: 'delete',
  handler: guarded((req) => {
    checkOrigin(req)
    return answer({ req, params: paramsOf(req), body: undefined })
  }),
})
