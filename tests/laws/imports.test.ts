import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'

import { cruise, type IConfiguration, type ICruiseResult } from 'dependency-cruiser'
import extractTsConfig from 'dependency-cruiser/config-utl/extract-ts-config'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

const root = process.cwd()
const require = createRequire(import.meta.url)
const configuration: IConfiguration = require('../../.dependency-cruiser.cjs')

/** A small house in which every import is allowed. */
const house = {
  'payload.config.ts': `
    import { users } from '#collections/accounts/users/index.ts'
    import { tenancy } from '#plugins/tenancy/index.ts'
    export default { users, tenancy }`,
  'plugins/referentiels/engine/score.ts': `import { z } from 'zod'; export const score = z.number()`,
  'plugins/referentiels/exports/server.ts': `export { score } from '../engine/score.ts'`,
  'plugins/tenancy/index.ts': `import type { Config } from 'payload'; import { guard } from './guard.ts'
    export const tenancy = (config: Config) => [config, guard]`,
  'plugins/tenancy/guard.ts': `import { createHash } from 'node:crypto'; export const guard = createHash`,
  'src/domain/rights.rules.ts': `import { z } from 'zod'; import { score } from '#plugins/referentiels/engine/score.ts'
    import type { Error } from './error.ts'; export type Right = string | Error; export const rights = [z, score]`,
  'src/domain/error.ts': `import type { Right } from './rights.rules.ts'; export type Error = Right[]`,
  'src/domain/rights.rules.test.ts': `import fc from 'fast-check'; import 'node:fs'; import './rights.rules.ts'; fc.string()`,
  'src/texts/dates.ts': `import { rights } from '#domain/rights.rules.ts'; export const first = () => rights[0]`,
  'src/texts/errors.ts': `import type { Right } from '#domain/rights.rules.ts'; export const errors: Right[] = []`,
  'src/ui/button.tsx': `import type { Right } from '#domain/rights.rules.ts'; import Link from 'next/link'
    export const Button = (props: { right: Right }) => <Link href={String(props.right)} />`,
  'src/server/scope/scope.ts': `import { rights } from '#domain/rights.rules.ts'; export const scope = rights`,
  'src/server/mail/send.ts': `import { score } from '#plugins/referentiels/exports/server.ts'; export const send = score`,
  'src/server/payload.ts': `import config from '@payload-config'; export const payload = config`,
  'src/features/equipe/equipe.screen.tsx': `import type { Payload } from 'payload'; import { Button } from '#ui/button.tsx'
    import { form } from '#features/compte/exports/form.ts'; import '#features/site/frame.ts'; import { payload } from '#server/payload.ts'
    export const Equipe = (props: { payload: Payload }) => <Button right={String([props, form, payload])} />`,
  'src/features/compte/exports/form.ts': `export const form = 1`,
  'src/features/site/frame.ts': `export const frame = 1`,
  'src/features/compte/private.ts': `export const secret = 1`,
  'src/app/page.tsx': `import config from '@payload-config'; import { Equipe } from '#features/equipe/equipe.screen.tsx'
    export default () => [config, Equipe]`,
  'src/cli/start.ts': `import config from '../../payload.config.ts'; export const start = config`,
  'src/cli/test.ts': `import { seed } from '../../tests/support/sample.ts'; export const test = seed`,
  'collections/accounts/users/index.ts': `import { scope } from '#server/scope/scope.ts'
    import { errors } from '#texts/errors.ts'; export const users = [scope, errors]`,
  'demo/data.ts': `export const data = 1`,
  'tests/support/sample.ts': `import fc from 'fast-check'; export const seed = fc`,
}

/** One planted file per law: the law must name it. */
const violations: readonly { readonly law: string; readonly file: string; readonly code: string }[] = [
  { law: 'engine-is-pure', file: 'plugins/referentiels/engine/bad.ts', code: `import 'node:crypto'` },
  { law: 'engine-is-pure', file: 'plugins/referentiels/engine/worse.ts', code: `import '../exports/server.ts'` },
  { law: 'domain-is-pure', file: 'src/domain/bad-node.ts', code: `import 'node:fs'` },
  { law: 'domain-is-pure', file: 'src/domain/bad-payload.ts', code: `import type { Payload } from 'payload'; export type P = Payload` },
  { law: 'domain-is-pure', file: 'src/domain/bad-react.tsx', code: `import 'react'` },
  { law: 'domain-is-pure', file: 'src/domain/bad-server.ts', code: `import '#server/scope/scope.ts'` },
  { law: 'domain-is-pure', file: 'src/domain/bad-plugin.ts', code: `import '#plugins/tenancy/index.ts'` },
  { law: 'texts-know-the-domain-alone', file: 'src/texts/bad-server.ts', code: `import type { scope } from '#server/scope/scope.ts'; export type S = typeof scope` },
  { law: 'ui-only-shows', file: 'src/ui/bad.tsx', code: `import { scope } from '#server/scope/scope.ts'; export const s = scope` },
  { law: 'ui-only-shows', file: 'src/ui/bad-payload.tsx', code: `import type { Payload } from 'payload'; export type P = Payload` },
  { law: 'ui-takes-types-of-the-domain', file: 'src/ui/bad-domain.tsx', code: `import { rights } from '#domain/rights.rules.ts'; export const r = rights` },
  { law: 'server-serves-anyone', file: 'src/server/mail/bad.ts', code: `import '#collections/accounts/users/index.ts'` },
  { law: 'server-serves-anyone', file: 'src/server/mail/bad-feature.ts', code: `import '#features/equipe/equipe.screen.tsx'` },
  { law: 'features-leave-composition-to-the-app', file: 'src/features/equipe/bad-app.ts', code: `import '../../cli/start.ts'` },
  { law: 'features-meet-at-their-exports', file: 'src/features/equipe/bad.ts', code: `import '#features/compte/private.ts'` },
  { law: 'features-meet-at-their-exports', file: 'src/features/site/bad.ts', code: `import '#features/compte/private.ts'` },
  { law: 'features-take-types-of-payload', file: 'src/features/equipe/bad-payload.ts', code: `import { getPayload } from 'payload'; export const g = getPayload` },
  { law: 'features-take-types-of-payload', file: 'src/features/equipe/bad-collection.ts', code: `import '#collections/accounts/users/index.ts'` },
  { law: 'collections-say-what-is-stored', file: 'collections/accounts/bad.ts', code: `import '#features/equipe/equipe.screen.tsx'` },
  { law: 'collections-ask-little-of-the-server', file: 'collections/accounts/bad-server.ts', code: `import '#server/mail/send.ts'` },
  { law: 'plugins-live-anywhere', file: 'plugins/tenancy/bad.ts', code: `import '#server/scope/scope.ts'` },
  { law: 'plugins-live-anywhere', file: 'plugins/tenancy/bad-plugin.ts', code: `import '#plugins/referentiels/engine/score.ts'` },
  { law: 'plugins-live-anywhere', file: 'plugins/tenancy/bad-collection.ts', code: `import '#collections/accounts/users/index.ts'` },
  { law: 'plugins-have-one-door', file: 'src/server/scope/bad.ts', code: `import '#plugins/tenancy/guard.ts'` },
  { law: 'config-is-for-composition', file: 'src/server/mail/bad-config.ts', code: `import config from '@payload-config'; export const c = config` },
  { law: 'config-is-for-composition', file: 'src/features/equipe/bad-config.ts', code: `import '../../../payload.config.ts'` },
  { law: 'app-comes-last', file: 'collections/accounts/bad-cli.ts', code: `import '../../src/cli/start.ts'` },
  { law: 'data-is-read', file: 'src/server/mail/bad-data.ts', code: `import '../../../demo/data.ts'` },
  { law: 'tests-stay-outside', file: 'src/server/mail/bad-test.ts', code: `import '../../../tests/support/sample.ts'` },
  { law: 'runs-without-dev-dependencies', file: 'src/server/mail/bad-dev.ts', code: `import fc from 'fast-check'; export const f = fc` },
  { law: 'no-cycles', file: 'src/server/mail/bad-cycle.ts', code: `import './cycle-back.ts'; export const a = 1` },
  { law: 'every-import-resolves', file: 'src/server/mail/bad-path.ts', code: `import './nowhere.ts'` },
]

const write = (folder: string, file: string, code: string) => {
  mkdirSync(dirname(join(folder, file)), { recursive: true })
  writeFileSync(join(folder, file), code)
}

const cruiseFolder = async (folder: string): Promise<ICruiseResult> => {
  const { options, ...ruleSet } = configuration
  process.chdir(folder)
  try {
    const { output } = await cruise(
      ['src', 'collections', 'plugins', 'payload.config.ts', 'tests'],
      { ...options, validate: true, ruleSet, baseDir: folder },
      undefined,
      { tsConfig: extractTsConfig(join(folder, 'tsconfig.json')) },
    )
    if (typeof output === 'string') throw new Error(output)
    return output
  } finally {
    process.chdir(root)
  }
}

describe('The laws on imports', () => {
  const folder = mkdtempSync(join(tmpdir(), 'laws-'))
  let found: readonly { readonly rule: string; readonly from: string }[] = []

  beforeAll(async () => {
    for (const file of ['package.json', 'tsconfig.json']) cpSync(join(root, file), join(folder, file))
    symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'))
    for (const [file, code] of Object.entries(house)) write(folder, file, code)
    for (const { file, code } of violations) write(folder, file, code)
    write(folder, 'src/server/mail/cycle-back.ts', `import './bad-cycle.ts'; export const b = 1`)
    const { summary } = await cruiseFolder(folder)
    found = summary.violations.map(({ rule, from }) => ({ rule: rule.name, from }))
  }, 60_000)

  afterAll(() => rmSync(folder, { recursive: true, force: true }))

  it.each(violations)('$law refuses $file', ({ law, file }) => {
    expect(found).toContainEqual({ rule: law, from: file })
  })

  it('leave a house alone in which every import is allowed', () => {
    expect(found.filter(({ from }) => Object.hasOwn(house, from))).toEqual([])
  })

  it('each have a planted violation here', () => {
    const planted = new Set(violations.map(({ law }) => law))
    expect(configuration.forbidden?.map(({ name }) => name).filter((name) => !planted.has(String(name)))).toEqual([])
  })
})
