import { bareNext } from './bare-next.ts'
import { throughput } from './load.ts'
import { open1469, open1469Size, open157 } from './opening-rows.ts'
import { autodiagnosticPdf, autodiagnosticPdfAgain } from './pdf-rows.ts'
import { measure, type Row } from './row.ts'
import { saveAnswer, saveAnswerP95 } from './saving-rows.ts'
import { type Site, startSite } from './site.ts'
import { studioKeystroke, studioOpen } from './studio-rows.ts'
import { upgrade1000 } from './upgrade-rows.ts'
import { workbookBenchmarks } from './workbook-rows.ts'
import { passwordServer } from './yardsticks.ts'

const signIn = { email: 'pilote@demo.test', password: 'demonstration' }

/** The session's cookie, as a browser sends it. */
const cookieOf = async ({ url }: Site): Promise<string> => {
  const response = await fetch(`${url}/api/users/login`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(signIn),
  })
  const [cookie] = response.headers.getSetCookie()
  if (cookie === undefined) throw new Error(`No session: ${response.status}`)
  return cookie.split(';')[0] ?? ''
}

const noop = async (site: Site): Promise<Row> => {
  const bare = await bareNext(site.databaseUrl)
  try {
    return await measure({
      name: 'noop-route',
      unit: 'requests/s',
      against: 'a route of a bare Next application that answers nothing',
      budget: { atLeast: 0.6 },
      subject: () => throughput({ url: `${site.url}/api/noop` }),
      yardstick: () => throughput({ url: bare.noop }),
    })
  } finally {
    bare.close()
  }
}

const signingIn = async (site: Site): Promise<Row> => {
  const bare = await passwordServer()
  try {
    return await measure({
      name: 'sign-in',
      unit: 'requests/s',
      against: 'a bare Node server that derives one key (PBKDF2-SHA256, 600,000 iterations, 32 bytes)',
      budget: { atLeast: 0.6 },
      subject: () =>
        throughput({
          url: `${site.url}/api/users/login`,
          connections: 2,
          seconds: 3,
          method: 'POST',
          headers: { 'content-type': 'application/json' },
          body: JSON.stringify(signIn),
        }),
      yardstick: () => throughput({ url: bare.url, connections: 2, seconds: 3 }),
    })
  } finally {
    bare.close()
  }
}

/** As many rows as the page shows: five people, and the roles of one more to invite. */
const teamRows = 6

const teamPage = async (site: Site): Promise<Row> => {
  const cookie = await cookieOf(site)
  const bare = await bareNext(site.databaseUrl)
  try {
    return await measure({
      name: 'team-page',
      unit: 'requests/s',
      against: 'a bare Next page of as many rows by one SQL statement',
      budget: { atLeast: 0.2 },
      subject: () => throughput({ url: `${site.url}/espace/6590/equipe`, headers: { cookie } }),
      yardstick: () => throughput({ url: bare.urlOf(teamRows) }),
    })
  } finally {
    bare.close()
  }
}

const teamPageGrowth = async (large: Site): Promise<Row> => {
  const small = await startSite(10)
  try {
    const [inLarge, inSmall] = [await cookieOf(large), await cookieOf(small)]
    const page = (site: Site, cookie: string) => () =>
      throughput({ url: `${site.url}/espace/6590/equipe`, headers: { cookie } })
    return await measure({
      name: 'team-page-growth',
      unit: 'requests/s',
      against: 'the same page of the same build with 10 organisations instead of 10,000',
      budget: { atLeast: 0.8 },
      subject: page(large, inLarge),
      yardstick: page(small, inSmall),
    })
  } finally {
    await small.stop()
  }
}

/** What the scripts that a browser of today loads first weigh on the wire, in kB: those for older ones are left out. */
const scriptsOf = async (url: string, cookie = ''): Promise<number> => {
  const page = await (await fetch(url, { headers: { cookie } })).text()
  const tags = [...page.matchAll(/<script[^>]+src="([^"]+)"[^>]*>/g)].filter(([tag]) => !/\snomodule/i.test(tag))
  const sources = new Set(tags.map(([, source = '']) => source))
  if (sources.size === 0) throw new Error(`${url} loads no script: is it the page?`)
  const sizes = await Promise.all(
    [...sources].map(async (source) => {
      const { headers, body } = await fetch(new URL(source, url), { headers: { 'accept-encoding': 'br' } })
      await body?.cancel()
      const size = Number(headers.get('content-length'))
      // The build leaves alone what fits one packet.
      if (headers.get('content-encoding') !== 'br' && size > 1_000) throw new Error(`${source} is not sent compressed`)
      return size
    }),
  )
  return sizes.reduce((sum, size) => sum + size, 0) / 1000
}

const scriptBudget = 150

/** The questionnaire and the practices of the pilot's open diagnostic in 6590. */
const diagnosticPages = async ({ url }: Site, cookie: string): Promise<readonly string[]> => {
  const page = await (await fetch(`${url}/espace/6590/diagnostic`, { headers: { cookie } })).text()
  const [, id] = /\/espace\/6590\/diagnostic\/([0-9a-f-]{36})/.exec(page) ?? []
  if (id === undefined) throw new Error('6590 has no diagnostic.')
  return [`${url}/espace/6590/diagnostic/${id}`, `${url}/espace/6590/bonnes-pratiques/${id}`]
}

const firstLoad = async (site: Site): Promise<Row> => {
  const cookie = await cookieOf(site)
  const pages = [`${site.url}/connexion`, `${site.url}/espace/6590`, `${site.url}/espace/6590/equipe`, ...(await diagnosticPages(site, cookie))]
  return measure({
    name: 'first-load-scripts',
    unit: 'kB brotli',
    against: `${scriptBudget} kB`,
    budget: { atMost: 1 },
    rounds: 1,
    subject: async () => Math.max(...(await Promise.all(pages.map((page) => scriptsOf(page, cookie))))),
    yardstick: async () => scriptBudget,
  })
}

/** Every benchmark by its name. */
export const benchmarks: Readonly<Record<string, (site: Site) => Promise<Row>>> = {
  'noop-route': noop,
  'sign-in': signingIn,
  'team-page': teamPage,
  'team-page-growth': teamPageGrowth,
  'first-load-scripts': firstLoad,
  'open-157': open157,
  'open-1469': open1469,
  'open-1469-size': open1469Size,
  'save-answer': saveAnswer,
  'save-answer-p95': saveAnswerP95,
  'autodiagnostic-pdf': autodiagnosticPdf,
  'autodiagnostic-pdf-again': autodiagnosticPdfAgain,
  ...workbookBenchmarks,
  'studio-open': studioOpen,
  'studio-keystroke': studioKeystroke,
  'upgrade-1000': upgrade1000,
}
