import { describe, expect, it } from 'vitest'

import { sourceFiles } from './source-files.ts'

const kebab = /^[a-z0-9]+(-[a-z0-9]+)*$/
const vague = new Set(['utils', 'util', 'helpers', 'helper', 'misc', 'common', 'lib', 'stuff'])

/** Names that Next, Payload, TypeScript and the tools dictate. */
const dictated = /^(importMap\.js|importMap\.d\.ts|payload-types\.ts|next-env\.d\.ts|\.dependency-cruiser\.cjs)$/

const partsOf = (path: string) =>
  path.split('/').flatMap((part, index, all) => (index === all.length - 1 ? [part.split('.')[0] ?? ''] : [part]))

describe('The names of files and folders', () => {
  const files = sourceFiles().filter((file) => !dictated.test(file.split('/').at(-1) ?? ''))

  it('are in kebab-case', () => {
    const own = files.filter((file) => !/^src\/server\/database\/migrations\//.test(file))
    const odd = own.filter((file) =>
      // Next's own folders: [organisation], [[...segments]], (site), @slot, _private; an address may name a kind of file.
      partsOf(file).some((part) => !kebab.test(part.replace(/^[[(@_.]+|[\])]+$|\.pdf$/g, ''))),
    )
    expect(odd).toEqual([])
  })

  it('name an idea, never « utils » or « common »', () => {
    expect(files.filter((file) => partsOf(file).some((part) => vague.has(part)))).toEqual([])
  })
})
