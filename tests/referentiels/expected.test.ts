import { globSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'

import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { z } from 'zod'

import { evaluateFile } from '#plugins/referentiels/evaluation/evaluate-file.ts'
import { checkSource } from '#plugins/referentiels/source/check-source.ts'

/** What stands in a folder `expected`: an input, and the part of the result that it must give. */
const goldenCase = z.strictObject({
  title: z.string().min(1),
  input: z.unknown(),
  expected: z.record(z.string(), z.unknown()).refine((expected) => Object.keys(expected).length > 0),
})

const root = join(import.meta.dirname, '../..')
const files = globSync('{referentiels,tests/fixtures/referentiels}/*/expected/*.yaml', { cwd: root }).sort()

const documents = new Map<string, ReturnType<typeof checkSource>>()

const documentOf = (folder: string) => {
  const file = globSync([`${folder}/referentiel.{yaml,json}`, `${folder}.yaml`], { cwd: root })[0] ?? ''
  const known = documents.get(folder) ?? checkSource({ file, text: readFileSync(join(root, file)) })
  documents.set(folder, known)
  if (known.document === undefined) throw new Error(`${folder} holds no sound référentiel: ${JSON.stringify(known.findings)}`)
  return known.document
}

describe.each(files)('%s', (file) => {
  const { title, input, expected } = goldenCase.parse(parse(readFileSync(join(root, file), 'utf8')))

  it(title, () => {
    expect(evaluateFile(documentOf(dirname(dirname(file))), input)).toMatchObject(expected)
  })
})

it('finds the cases of the shipped référentiels', () => {
  expect(files.length).toBeGreaterThan(10)
})
