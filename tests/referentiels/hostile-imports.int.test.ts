import { sql } from 'drizzle-orm'
import type { Payload } from 'payload'
import { beforeAll, describe, expect, it } from 'vitest'
import { z } from 'zod'

import { importDocument, readVersion } from '#plugins/referentiels/exports/server.ts'
import { checkSource } from '#plugins/referentiels/source/check-source.ts'
import type { SourceFile } from '#plugins/referentiels/source/read-source.ts'

import { hostileInputs } from '../support/hostile-inputs.ts'
import { hostileWorkbooks } from '../support/hostile-workbooks.ts'
import { rounds, seed } from '../support/sample.ts'
import { testPayload } from '../support/test-payload.ts'

let payload: Payload
const now = new Date('2026-11-26T08:00:00.000Z')

/** Everything that an import may write, but for the rows of one référentiel, as one fingerprint. */
const stored = async (but = ''): Promise<string> => {
  const { rows } = await payload.db.drizzle.execute(sql`
    select md5(string_agg(content, '|' order by content)) as fingerprint from (
      select to_jsonb(r)::text as content from referentiels r where code <> ${but}
      union all select to_jsonb(d)::text from drafts d where referentiel <> ${but}
      union all select to_jsonb(q)::text from questions q join drafts d on d.id = q.draft_id where d.referentiel <> ${but}
      union all select to_jsonb(v)::text from revisions v where referentiel <> ${but}
      union all select to_jsonb(m)::text from mappings m where referentiel <> ${but}) everything`)
  return z.object({ fingerprint: z.string() }).parse(rows[0]).fingerprint
}

beforeAll(async () => {
  ;({ payload } = await testPayload())
})

/** The first hostile inputs of each sort, those that are refused and those that are sound under an identity of their own. */
const gather = (wanted: { readonly refused: number; readonly sound: number }) => {
  const inputs = hostileInputs(seed())
  const refused: SourceFile[] = []
  const sound: (SourceFile & { readonly id: string })[] = []
  for (let index = 0; index < 20_000 && (refused.length < wanted.refused || sound.length < wanted.sound); index += 1) {
    const { file, text } = inputs.at(index)
    const id = `hostile-${index}`
    const renamed = { file, text: text.replace(/("id":|\nid: )"?[a-z0-9-]+"?/, file.endsWith('.json') ? `$1"${id}"` : `$1${id}`), id }
    const { document } = checkSource(renamed)
    if (document === undefined && refused.length < wanted.refused) refused.push(renamed)
    if (document?.id === id && sound.length < wanted.sound) sound.push(renamed)
  }
  return { refused, sound }
}

describe('Importing hostile files', { timeout: 20 * 60_000 }, () => {
  const wanted = { refused: rounds({ sample: 15, full: 250 }), sound: rounds({ sample: 10, full: 150 }) }
  const { refused, sound } = gather(wanted)

  it('is tried on enough of each sort', () => {
    expect([refused.length, sound.length]).toEqual([wanted.refused, wanted.sound])
  })

  it('writes nothing at all of what is refused', async () => {
    const before = await stored()
    for (const [place, file] of refused.entries()) {
      const { outcome, isPublished } = await importDocument({ payload, file, options: { publish: place % 2 === 0, replace: true }, now })
      expect({ outcome, isPublished }).toEqual({ outcome: 'refused', isPublished: false })
    }
    expect(await stored()).toBe(before)
  })

  it('writes nothing at all of workbooks that are refused', async () => {
    const workbookAt = await hostileWorkbooks(seed())
    const count = rounds({ sample: 10, full: 150 })
    const files = Array.from({ length: 20 * count }, (_, index) => workbookAt(index)).filter((file) => checkSource(file).document === undefined)
    expect(files.length).toBeGreaterThanOrEqual(count)
    const before = await stored()
    for (const [place, file] of files.slice(0, count).entries()) {
      const { outcome, isPublished } = await importDocument({ payload, file, options: { publish: place % 2 === 0, replace: true }, now })
      expect({ outcome, isPublished }).toEqual({ outcome: 'refused', isPublished: false })
    }
    expect(await stored()).toBe(before)
  })

  it('writes the whole of what is sound, and touches nothing else', async () => {
    for (const [place, { id, ...file }] of sound.entries()) {
      const before = await stored()
      expect(await importDocument({ payload, file, options: { dryRun: true }, now })).toMatchObject({ outcome: 'created' })
      expect(await stored()).toBe(before)
      const options = { publish: place % 2 === 0 }
      expect(await importDocument({ payload, file, options, now })).toMatchObject({ outcome: 'created', isPublished: options.publish })
      expect(await readVersion(payload, { referentiel: id })).toEqual(checkSource(file).document)
      expect(await stored(id)).toBe(before)
    }
  })
})
