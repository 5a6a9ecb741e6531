import { noSilencingCast } from './no-silencing-cast.ts'
import { ruleTester } from './rule-tester.ts'

const silences = [{ messageId: 'silences' }]

ruleTester.run('no-silencing-cast', noSilencingCast, {
  valid: [
    { name: 'a constant', code: `const roles = ['admin'] as const` },
    { name: 'a checked shape', code: `const options = { depth: 0 } satisfies Options` },
    { name: 'a cast the checker still compares', code: `const element = event.target as HTMLInputElement` },
    { name: 'widening to unknown', code: `const value = JSON.parse(text) as unknown` },
  ],
  invalid: [
    { name: 'as any', code: `const row = value as any`, errors: silences },
    { name: 'as never', code: `set(value as never)`, errors: silences },
    { name: 'through unknown', code: `const row = value as unknown as Row`, errors: silences },
    { name: 'in angle brackets', code: `const row = <any>value`, filename: 'row.ts', errors: silences,
      languageOptions: { parserOptions: { ecmaFeatures: { jsx: false } } } },
  ],
})
