import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { afterAll } from 'vitest'

import { localApiStatesAccess } from './local-api-states-access.ts'
import { ruleTester } from './rule-tester.ts'

const at = (file: string) => join(process.cwd(), file)
const feature = at('src/features/equipe/members.ts')
const options = [
  [
    { files: 'src/server/accounts/**', why: 'no account yet' },
    { files: 'src/cli/**', why: 'the operator', withoutRequest: true },
  ],
]

ruleTester.run('local-api-states-access', localApiStatesAccess, {
  valid: [
    {
      name: 'a call that states overrideAccess: false and req',
      code: `await payload.find({ collection: 'users', overrideAccess: false, req })`,
      filename: feature,
      options,
    },
    {
      name: 'the same through the request',
      code: `await req.payload.update({ collection: 'users', id, data, overrideAccess: false, req: request })`,
      filename: feature,
      options,
    },
    {
      name: 'a system module overrides access within its transaction',
      code: `await payload.create({ collection: 'users', data, overrideAccess: true, req })`,
      filename: at('src/server/accounts/sign-up.ts'),
      options,
    },
    {
      name: 'a command without any request',
      code: `await payload.create({ collection: 'users', data })`,
      filename: at('src/cli/data.ts'),
      options,
    },
    { name: 'an array’s own find', code: `rows.find((row) => row.id === id)`, filename: feature, options },
    { name: 'the logger', code: `payload.logger.error({ err })`, filename: feature, options },
    {
      name: 'the adapter in a queries file',
      code: `payload.db.updateOne({ collection: 'users', where, data })`,
      filename: at('src/features/equipe/members.queries.ts'),
      options,
    },
  ],
  invalid: [
    {
      name: 'access left out',
      code: `await payload.find({ collection: 'users', req })`,
      filename: feature,
      options,
      errors: [{ messageId: 'unstated' }],
    },
    {
      name: 'access overridden outside the system modules',
      code: `await req.payload.findByID({ collection: 'users', id, overrideAccess: true, req })`,
      filename: feature,
      options,
      errors: [{ messageId: 'system' }],
    },
    {
      name: 'access decided by a variable',
      code: `await payload.delete({ collection: 'users', id, overrideAccess: trusted, req })`,
      filename: feature,
      options,
      errors: [{ messageId: 'system' }],
    },
    {
      name: 'no request',
      code: `await payload.count({ collection: 'users', overrideAccess: false })`,
      filename: feature,
      options,
      errors: [{ messageId: 'request' }],
    },
    {
      name: 'a system module that leaves the transaction',
      code: `await payload.create({ collection: 'users', data, overrideAccess: true })`,
      filename: at('src/server/accounts/sign-up.ts'),
      options,
      errors: [{ messageId: 'request' }],
    },
    {
      name: 'options that cannot be read at the call',
      code: `await context.payload.login(options)`,
      filename: feature,
      options,
      errors: [{ messageId: 'options' }],
    },
    {
      name: 'access hidden in a spread',
      code: `await payload.find({ ...options, req })`,
      filename: feature,
      options,
      errors: [{ messageId: 'unstated' }],
    },
    {
      name: 'an operation taken off payload',
      code: `const { find } = req.payload`,
      filename: feature,
      options,
      errors: [{ messageId: 'detached' }],
    },
    {
      name: 'the adapter outside queries',
      code: `await req.payload.db.updateOne({ collection: 'users', where, data })`,
      filename: feature,
      options,
      errors: [{ messageId: 'adapter' }],
    },
    {
      name: 'non-null assertions and optional chains hide nothing',
      code: `await req!.payload?.find({ collection: 'users', req })`,
      filename: feature,
      options,
      errors: [{ messageId: 'unstated' }],
    },
  ],
})

/** With types, as in the lint run: the name of the variable no longer decides. The class is called as Payload's is. */
const folder = mkdtempSync(join(tmpdir(), 'typed-rule-'))
const typedFile = join(folder, 'case.ts')
writeFileSync(join(folder, 'tsconfig.json'), JSON.stringify({ compilerOptions: { types: [] }, files: ['case.ts'] }))
writeFileSync(typedFile, '')
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const typed = {
  filename: typedFile,
  options,
  languageOptions: { parserOptions: { project: join(folder, 'tsconfig.json'), tsconfigRootDir: folder } },
}

ruleTester.run('local-api-states-access, where types are known', localApiStatesAccess, {
  valid: [
    {
      name: 'a list that happens to be called payload',
      code: `export const first = (payload: string[]) => payload.find((line) => line !== '')`,
      ...typed,
    },
  ],
  invalid: [
    {
      name: 'payload under another name',
      code: `
        declare class BasePayload { find(options: object): unknown }
        export const all = (store: BasePayload) => store.find({ collection: 'users', overrideAccess: false })`,
      ...typed,
      errors: [{ messageId: 'request' }],
    },
  ],
})
