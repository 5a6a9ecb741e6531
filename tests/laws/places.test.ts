import { ESLint } from 'eslint'
import { z } from 'zod'
import { describe, expect, it } from 'vitest'

const eslint = new ESLint()
const configuration = z.object({ rules: z.record(z.string(), z.array(z.unknown())) })

const isEnforced = async (rule: string, file: string): Promise<boolean> => {
  const { rules } = configuration.parse(await eslint.calculateConfigForFile(file))
  return rules[rule]?.[0] === 2
}

const everywhere = ['src/domain/a.ts', 'src/server/mail/a.ts', 'collections/a.ts', 'plugins/p/a.ts', 'payload.config.ts']

/** Where each law holds, and where the house makes its exception. */
const places: readonly { readonly rule: string; readonly holds: readonly string[]; readonly spares: readonly string[] }[] = [
  { rule: 'laws/local-api-states-access', holds: [...everywhere, 'src/cli/data.ts'], spares: ['tests/a.ts', 'src/server/a.test.ts'] },
  { rule: 'laws/no-referentiel-identity', holds: [...everywhere, 'src/texts/a.ts'], spares: ['tests/a.ts', 'src/domain/a.test.ts'] },
  {
    rule: 'laws/sql-in-queries',
    holds: [...everywhere, 'src/features/f/a.ts', 'src/cli/a.ts'],
    spares: ['src/features/f/a.queries.ts', 'src/server/database/a.ts', 'src/server/postgres/a.ts', 'tests/a.ts'],
  },
  { rule: 'laws/scope-first', holds: ['src/features/f/a.queries.ts'], spares: ['src/server/scope/actor.queries.ts'] },
  {
    rule: 'laws/environment-once',
    holds: [...everywhere, 'src/app/a/route.ts', 'src/ui/a.tsx'],
    spares: ['src/server/environment.ts', 'src/cli/start.ts', 'next.config.ts', 'tests/a.ts'],
  },
  {
    rule: 'laws/texts-in-texts',
    holds: ['src/features/f/a.screen.tsx', 'src/app/(site)/page.tsx'],
    spares: ['src/app/(site)/styles/page.tsx', 'src/features/f/a.test.tsx'],
  },
  { rule: 'laws/no-silencing-cast', holds: [...everywhere, 'tests/a.ts', 'src/ui/a.tsx'], spares: [] },
  { rule: 'no-console', holds: everywhere, spares: ['src/cli/start.ts', 'tests/a.ts'] },
  { rule: 'no-restricted-exports', holds: ['src/domain/a.ts', 'src/ui/a.tsx'], spares: ['src/app/page.tsx', 'next.config.ts'] },
  { rule: '@typescript-eslint/no-explicit-any', holds: [...everywhere, 'tests/a.ts'], spares: [] },
  { rule: '@typescript-eslint/no-floating-promises', holds: [...everywhere, 'tests/a.ts'], spares: [] },
  { rule: '@typescript-eslint/no-misused-promises', holds: [...everywhere, 'src/ui/a.tsx'], spares: [] },
  { rule: '@typescript-eslint/no-non-null-assertion', holds: everywhere, spares: ['tests/a.ts'] },
  { rule: '@typescript-eslint/switch-exhaustiveness-check', holds: everywhere, spares: [] },
  { rule: '@typescript-eslint/consistent-type-imports', holds: [...everywhere, 'tests/a.ts'], spares: [] },
  { rule: 'react-hooks/rules-of-hooks', holds: ['src/ui/a.tsx', 'plugins/p/components/a.tsx'], spares: [] },
  { rule: 'jsx-a11y/alt-text', holds: ['src/ui/a.tsx', 'src/features/f/a.tsx', 'src/app/a/page.tsx'], spares: [] },
]

describe.each(places)('$rule', ({ rule, holds, spares }) => {
  it.each(holds)('holds in %s', async (file) => {
    expect(await isEnforced(rule, file)).toBe(true)
  })

  it.each(spares)('spares %s', async (file) => {
    expect(await isEnforced(rule, file)).toBe(false)
  })
})
