import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'

import { afterEach, beforeEach, describe, expect, it } from 'vitest'

import { afterBuild, hashOf, readSourceState } from './source-hash.ts'

let root: string

const write = (file: string, content: string): void => {
  mkdirSync(path.dirname(path.join(root, file)), { recursive: true })
  writeFileSync(path.join(root, file), content)
}

beforeEach(() => {
  root = mkdtempSync(path.join(tmpdir(), 'ess-source-'))
  write('package.json', JSON.stringify({ imports: { '#domain/*': './src/domain/*' }, scripts: { start: 'a' } }))
  write('tsconfig.json', '{}')
  write('src/app/page.tsx', 'page')
  write('collections/users/index.ts', 'users')
})

afterEach(() => rmSync(root, { recursive: true }))

const hash = (): string => hashOf(readSourceState(root))

describe('The build of a source', () => {
  it.each([
    ['src/app/page.tsx', 'changed'],
    ['src/app/new.module.css', 'new'],
    ['plugins/one/index.ts', 'new'],
    ['payload.config.ts', 'new'],
    ['next.config.ts', 'new'],
    ['package-lock.json', 'new'],
    ['package.json', JSON.stringify({ imports: { '#domain/*': './elsewhere/*' } })],
  ])('is out of date after a change of %s', (file, content) => {
    const before = hash()
    write(file, content)
    expect(hash()).not.toBe(before)
  })

  it.each([
    ['src/domain/rule.test.ts', 'new'],
    ['src/features/sign-in.journey.ts', 'new'],
    ['src/cli/data.ts', 'new'],
    ['referentiels/one/referentiel.yaml', 'new'],
    ['docs/operations.md', 'new'],
    ['package.json', JSON.stringify({ imports: { '#domain/*': './src/domain/*' }, scripts: { start: 'b' } })],
  ])('is still good after a change of %s', (file, content) => {
    const before = hash()
    write(file, content)
    expect(hash()).toBe(before)
  })

  it('is out of date when a file is renamed or its content moved to another', () => {
    const before = hash()
    rmSync(path.join(root, 'src/app/page.tsx'))
    write('src/app/other.tsx', 'page')
    expect(hash()).not.toBe(before)
  })

  it('is good after the build itself completed tsconfig.json, and not after a change made meanwhile', () => {
    const before = readSourceState(root)
    write('tsconfig.json', '{"completed":true}')
    expect(hashOf(afterBuild({ before, after: readSourceState(root) }))).toBe(hash())
    write('src/app/page.tsx', 'changed while it was being built')
    expect(hashOf(afterBuild({ before, after: readSourceState(root) }))).not.toBe(hash())
  })
})
