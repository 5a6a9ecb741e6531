import { readFileSync } from 'node:fs'

import type { Payload } from 'payload'
import { beforeAll, describe, expect, it } from 'vitest'

import { importDocument, listVersions, readVersion } from '#plugins/referentiels/exports/server.ts'
import { checkSource } from '#plugins/referentiels/source/check-source.ts'

import { testPayload } from '../support/test-payload.ts'

const source = { file: 'docs/visite.referentiel.yaml', text: readFileSync('docs/visite.referentiel.yaml') }

let payload: Payload

beforeAll(async () => {
  ;({ payload } = await testPayload())
})

describe('The tour of the format', () => {
  const now = new Date('2026-11-26T08:00:00.000Z')

  it('is imported as a draft, then published, and comes back with the same content', async () => {
    expect(await importDocument({ payload, file: source, now })).toMatchObject({ outcome: 'created', findings: [], isPublished: false })
    const published = await importDocument({ payload, file: source, options: { publish: true }, now })
    expect(published).toMatchObject({ outcome: 'unchanged', findings: [], isPublished: true })
    const stored = await readVersion(payload, { referentiel: 'visite' })
    expect(stored).toEqual(checkSource(source).document)
    expect((await listVersions(payload)).filter(({ id }) => id === 'visite')).toMatchObject([{ version: '2.1.0', status: 'published' }])
  })
})
