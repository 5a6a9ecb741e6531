import { globSync } from 'node:fs'

import { describe, expect, it } from 'vitest'

/** Where each endpoint of our own is tried by every role, at home and abroad; or why it needs no trial. */
const triedIn: Readonly<Record<string, string>> = {
  '(payload)/api/[...slug]': 'tests/isolation/isolation.int.test.ts',
  'api/health': 'open to everybody: it tells nothing of anybody',
  'api/noop': 'open to everybody: it answers nothing',
  'api/diagnostics/[diagnostic]/answers/[code]': 'tests/api/saving.int.test.ts',
  'api/diagnostics/[diagnostic]/assessments/[code]': 'tests/api/saving.int.test.ts',
  'api/diagnostics/[diagnostic]/upgrade': 'tests/api/upgrade.int.test.ts',
  'api/upgrades': 'tests/api/upgrade-batches.int.test.ts',
  'api/upgrades/simulation': 'tests/api/upgrade-batches.int.test.ts',
  'api/diagnostics/[diagnostic]/subset': 'tests/api/upgrade.int.test.ts',
  'api/diagnostics/[diagnostic]/autodiagnostic.pdf': 'tests/api/autodiagnostic-pdf.int.test.ts',
  '(site)/apercu/[brouillon]/pdf': 'tests/studio/preview.int.test.ts',
  '(site)/couleurs/[palette]': 'open to everybody: colours that stand in every page',
}

describe('Every endpoint', () => {
  const routes = globSync('src/app/**/route.ts').map((file) => file.replace('src/app/', '').replace('/route.ts', ''))

  it('has a trial of its walls, or a reason not to', () => {
    expect(routes.filter((route) => triedIn[route] === undefined)).toEqual([])
    expect(Object.keys(triedIn).filter((route) => !routes.includes(route))).toEqual([])
  })

  it.each(Object.entries(triedIn).filter(([, where]) => where.startsWith('tests/')))('%s is tried in %s, which is there', (_route, where) => {
    expect(globSync(where)).toEqual([where])
  })
})
