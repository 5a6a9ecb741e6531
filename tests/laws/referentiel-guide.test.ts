import { readFileSync } from 'node:fs'

import { describe, expect, it } from 'vitest'

import { findingCodes } from '#plugins/referentiels/engine/findings/finding.ts'
import { checkSource } from '#plugins/referentiels/source/check-source.ts'

const guide = readFileSync('docs/referentiels.md', 'utf8')

describe('The guide for authors', () => {
  it.each(findingCodes)('explains %s', (code) => {
    expect(guide).toMatch(new RegExp(`\\b${code}\\b`))
  })

  it('shows a whole référentiel that the checks accept', () => {
    const [, example = ''] = /```yaml\n([\s\S]+?)```/.exec(guide) ?? []
    expect(checkSource({ file: 'guide.yaml', text: example }).findings).toEqual([])
  })
})
