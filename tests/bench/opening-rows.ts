import { gzipSync } from 'node:zlib'

import { pilotToken } from '../support/pilot-token.ts'
import { bareNext } from './bare-next.ts'
import { largeDocument } from './large-document.ts'
import { throughput } from './load.ts'
import { bringDocument } from './publish-document.ts'
import { measure, type Row } from './row.ts'
import type { Site } from './site.ts'

type Size = Parameters<typeof largeDocument>[0]

/** A new diagnostic of the pilot's organisation on this référentiel: where it is answered. */
const questionnaireOf = async (site: Site, size: Size): Promise<{ readonly path: string; readonly token: string }> => {
  await bringDocument(site, largeDocument(size), { isPublished: true })
  const token = await pilotToken(site.url)
  const headers = { authorization: `JWT ${token}`, 'content-type': 'application/json' }
  const first = async (path: string) => {
    const { docs } = await (await fetch(`${site.url}/api/${path}&limit=1&depth=0`, { headers })).json()
    return docs[0]
  }
  const organisation = await first('organisations?where[number][equals]=6590')
  const campaign = await first(`campaigns?where[organisation][equals]=${organisation.id}`)
  const revision = await first(`revisions?where[referentiel][equals]=${size.id}`)
  const response = await fetch(`${site.url}/api/diagnostics`, {
    method: 'POST',
    headers,
    body: JSON.stringify({
      organisation: organisation.id,
      campaign: campaign.id,
      revision: revision.id,
      referentiel: size.id,
      scopeLabel: 'Toute l’organisation',
      profile: {},
    }),
  })
  if (response.status !== 201) throw new Error(`No diagnostic: ${response.status} ${await response.text()}`)
  const { doc } = await response.json()
  return { path: `/espace/6590/diagnostic/${doc.id}`, token }
}

type Opening = { readonly name: string; readonly size: Size; readonly rows: number; readonly budget: number }

const opening = ({ name, size, rows, budget }: Opening) => async (site: Site): Promise<Row> => {
  const { path, token } = await questionnaireOf(site, size)
  const bare = await bareNext(site.databaseUrl)
  const cookie = `payload-token=${token}`
  try {
    return await measure({
      name,
      unit: 'requests/s',
      against: `a bare Next page of as many rows by one SQL statement`,
      budget: { atLeast: budget },
      subject: () => throughput({ url: `${site.url}${path}`, headers: { cookie } }),
      yardstick: () => throughput({ url: bare.urlOf(rows) }),
    })
  } finally {
    bare.close()
  }
}

/** 157 criteria on one page (design.md §7). */
export const open157 = opening({
  name: 'open-157',
  size: { id: 'bench-157', chapters: 1, objectives: 1, criteria: 157 },
  rows: 157,
  budget: 0.7,
})

const nodes1469: Size = { id: 'bench-1469', chapters: 13, objectives: 7, criteria: 15 }

/** A page of 105 criteria of 1,469 nodes: one person's wait (design.md §7: ≤ 600 ms on the reference machine). */
export const open1469 = async (site: Site): Promise<Row> => {
  const { path, token } = await questionnaireOf(site, nodes1469)
  const bare = await bareNext(site.databaseUrl)
  const timed = async (url: string): Promise<number> => {
    const started = performance.now()
    await (await fetch(url, { headers: { cookie: `payload-token=${token}` } })).bytes()
    return performance.now() - started
  }
  try {
    return await measure({
      name: 'open-1469',
      unit: 'ms',
      against: 'a bare Next page of as many rows by one SQL statement',
      budget: { atMost: 3 },
      subject: () => timed(`${site.url}${path}`),
      yardstick: () => timed(bare.urlOf(105)),
      rounds: 15,
    })
  } finally {
    bare.close()
  }
}

/** The same page on the wire (design.md §7). */
export const open1469Size = async (site: Site): Promise<Row> => {
  const { path, token } = await questionnaireOf(site, { ...nodes1469, id: 'bench-1469-size' })
  const budget = 300
  return measure({
    name: 'open-1469-size',
    unit: 'kB gzip',
    against: `${budget} kB`,
    budget: { atMost: 1 },
    rounds: 1,
    subject: async () => gzipSync(await (await fetch(`${site.url}${path}`, { headers: { cookie: `payload-token=${token}` } })).bytes()).length / 1000,
    yardstick: async () => budget,
  })
}
