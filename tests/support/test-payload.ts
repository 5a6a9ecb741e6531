import { getPayload, type Payload } from 'payload'

/** Payload on this test file's own copy of the database. */
export type TestPayload = { readonly payload: Payload; readonly databaseUrl: string }

const start = async (): Promise<TestPayload> => {
  const databaseUrl = process.env['DATABASE_URL']
  if (databaseUrl === undefined || !/\/t_[0-9a-f]+$/.test(databaseUrl)) {
    throw new Error('testPayload() is for *.int.test.ts files: it only ever touches a copy made for the file.')
  }
  const { default: config } = await import('../../payload.config.ts')
  return { payload: await getPayload({ config }), databaseUrl }
}

let started: Promise<TestPayload> | undefined

/**
 * The application's Payload for this test file, the same at each call. Nothing to close: Payload's adapter keeps
 * one connection for ever, so the copy is dropped with the server when the run ends.
 */
export const testPayload = (): Promise<TestPayload> => {
  started ??= start()
  return started
}
