import { appendFileSync, existsSync, globSync, readFileSync, rmSync } from 'node:fs'
import { sep } from 'node:path'

import { z } from 'zod'

import { testFile } from '../test-files.ts'

/** Routes that exist in development only; in production they answer 404, so that no journey can visit them. */
const developmentOnly = new Set(['/styles'])

const visits = () => testFile('visited-routes.jsonl')

const visit = z.object({ route: z.string(), width: z.number() })

/** `src/app/(site)/espace/[organisation]/page.tsx` is `/espace/[organisation]`. */
export const routeOfPage = (file: string): string => {
  const parts = file
    .split(sep)
    .join('/')
    .replace(/^src\/app\/?/, '')
    .replace(/\/?page\.tsx$/, '')
    .split('/')
    .filter((part) => part !== '' && !/^\(.*\)$/.test(part) && !part.startsWith('@'))
  return `/${parts.join('/')}`
}

/** Every address of the site, as the pattern of its folders. The admin, one catch-all page, counts as one. */
export const routesOfApp = (): readonly string[] =>
  [...new Set(globSync('src/app/**/page.tsx').map(routeOfPage))].filter((route) => !developmentOnly.has(route)).sort()

/** True when the address, without its question mark and what follows, is one of the pattern. */
export const isOfRoute = (route: string, path: string): boolean => {
  const pattern = route
    .split('/')
    .filter((part) => part !== '')
    .map((part) => {
      if (/^\[\[\.\.\..+\]\]$/.test(part)) return '(?:/[^/]+)*'
      if (/^\[\.\.\..+\]$/.test(part)) return '(?:/[^/]+)+'
      return /^\[.+\]$/.test(part) ? '/[^/]+' : `/${part.replaceAll(/[^\w-]/g, '\\$&')}`
    })
    .join('')
  return new RegExp(`^${pattern}/?$`).test(path)
}

/** Notes that a journey saw this route, and that it passed every check of `visit`. */
export const recordVisit = (seen: { readonly route: string; readonly width: number }): void =>
  appendFileSync(visits(), `${JSON.stringify(seen)}\n`)

export const forgetVisits = (): void => rmSync(visits(), { force: true })

/** The routes that journeys saw since `forgetVisits`. */
export const visitedRoutes = (): ReadonlySet<string> => {
  if (!existsSync(visits())) return new Set()
  const lines = readFileSync(visits(), 'utf8').split('\n').filter(Boolean)
  return new Set(lines.map((line) => visit.parse(JSON.parse(line)).route))
}
