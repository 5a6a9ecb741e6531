import { existsSync, globSync, readFileSync } from 'node:fs'
import { basename, dirname } from 'node:path'

import { describe, expect, it } from 'vitest'

import { canonicalText } from '#plugins/referentiels/engine/document/canonical-text.ts'
import type { ReferentielDocument } from '#plugins/referentiels/engine/document/document.schema.ts'
import { checkSource } from '#plugins/referentiels/source/check-source.ts'
import { fr } from '#texts/typography.ts'

const read = (file: string): ReferentielDocument => {
  const { document, findings } = checkSource({ file, text: readFileSync(file) })
  if (document === undefined) throw new Error(findings.map(({ line, message }) => `${file}:${line} ${message}`).join('\n'))
  return document
}

const shipped = new Map(
  globSync('referentiels/*/referentiel.yaml').sort().map((file) => {
    const document = read(file)
    return [document.id, { document, folder: dirname(file) }]
  }),
)

const textsOf = (value: unknown): readonly string[] => {
  if (typeof value === 'string') return [value]
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(textsOf) : []
}

const documents = [...shipped.values(), { document: read('demo/referentiels/demo-habitat-jeunes/referentiel.yaml') }]

describe.each([...shipped])('The shipped folder of %s', (id, { document, folder }) => {
  it('is named as what it holds, and says whose texts these are and what changed', () => {
    expect(basename(folder)).toBe(id)
    expect(existsSync(`${folder}/RIGHTS.md`)).toBe(true)
    expect(readFileSync(`${folder}/CHANGELOG.md`, 'utf8')).toContain(`## ${document.version}\n`)
  })

  it('holds at least ten golden cases, each with words on how its figures come about', () => {
    const cases = globSync(`${folder}/expected/*.yaml`)
    expect(cases.length).toBeGreaterThanOrEqual(10)
    for (const file of cases) expect(readFileSync(file, 'utf8'), file).toMatch(/^ +# .*\d/m)
  })

  it('is the same document when its normal form is read again', () => {
    const { canonical, findings } = checkSource({ file: 'referentiel.json', text: canonicalText(document) })
    expect(findings).toEqual([])
    expect(canonical).toBe(canonicalText(document))
  })

  it('completes itself in an editor, from the schema that docs/ has', () => {
    expect(readFileSync(`${folder}/referentiel.yaml`, 'utf8')).toMatch(/^# yaml-language-server: \$schema=\.\.\/\.\.\/docs\/referentiel\.schema\.json\n/)
  })
})

it.each(['iso26000', 'odd'])('The mapping target %s asks nothing, and is written in French typography', (id) => {
  const target = shipped.get(id)?.document
  expect(target?.kinds.some(({ assessable }) => assessable === true)).toBe(false)
  expect(target?.nodes.some(({ rating, questions = [] }) => rating !== undefined || questions.length > 0)).toBe(false)
  expect(textsOf(target).filter((text) => fr(text) !== text)).toEqual([])
})

it('Links to other shipped référentiels lead to codes of the version that they name', () => {
  const links = documents.flatMap(({ document }) =>
    (document.mappings ?? []).flatMap(({ target, targetVersion, items }) => items.map(({ to }) => ({ from: document.id, target, targetVersion, to }))),
  )
  expect(links.length).toBeGreaterThan(80)
  const lost = links.filter(({ target, targetVersion, to }) => {
    const found = shipped.get(target)?.document
    return found !== undefined && (targetVersion !== found.version || !found.nodes.some(({ code }) => code === to))
  })
  expect(lost).toEqual([])
})
