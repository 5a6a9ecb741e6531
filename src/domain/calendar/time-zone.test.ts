import { describe, expect, it } from 'vitest'

import { isTimeZone } from './time-zone.rules.ts'

describe('A time zone', () => {
  it.each(['Europe/Paris', 'Indian/Reunion', 'America/Guadeloupe', 'Pacific/Noumea', 'America/Argentina/Ushuaia', 'UTC'])(
    '%s is known',
    (name) => expect(isTimeZone(name)).toBe(true),
  )

  it.each(['Mars/Olympus', 'europe/paris', '+01:00', 'CET', '', 'Europe', "Europe/Paris'; --", 'Europe/Paris\n'])(
    '%j is not',
    (name) => expect(isTimeZone(name)).toBe(false),
  )
})
