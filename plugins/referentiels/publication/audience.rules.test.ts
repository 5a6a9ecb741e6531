import { expect, it } from 'vitest'

import { audienceOf } from './audience.rules.ts'

it.each([
  [undefined, 'platform', 'public'],
  ['network', 'platform', 'network'],
  [undefined, 'network', 'network'],
  ['public', 'network', 'network'],
  ['organisation', 'network', 'organisation'],
  ['public', 'organisation', 'organisation'],
  ['network', 'organisation', 'organisation'],
] as const)('a référentiel for %s of the %s is for the %s', (wanted, kind, reached) => {
  expect(audienceOf(wanted, { kind })).toBe(reached)
})
