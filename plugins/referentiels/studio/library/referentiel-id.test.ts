import { expect, it } from 'vitest'

import { idFrom } from './referentiel-id.rules.ts'

it('proposes an identifier without accents, spaces or signs', () => {
  expect(idFrom('Médiation & tiers-lieux')).toBe('mediation-tiers-lieux')
  expect(idFrom('  L’Œuvre des 3 rives ! ')).toBe('l-oeuvre-des-3-rives')
  expect(idFrom('é'.repeat(80))).toHaveLength(64)
})
