import { globSync, readFileSync } from 'node:fs'

import { describe, expect, it } from 'vitest'

import { checkSource } from './check-source.ts'

const shipped = globSync('{referentiels,demo/referentiels}/*/referentiel.{yaml,json}')

describe('Checking a whole file', () => {
  it('has référentiels to check', () => {
    expect(shipped).toContain('referentiels/ess-complet/referentiel.yaml')
  })

  it.each(shipped)('finds no error in %s, and the same content again in its normal form', (file) => {
    const first = checkSource({ file, text: readFileSync(file) })
    expect(first.findings.filter(({ severity }) => severity === 'error')).toEqual([])
    const again = checkSource({ file: 'normal.json', text: first.canonical ?? '' })
    expect(again.canonical).toBe(first.canonical)
  })

  it('reports what is wrong with line, column, value, suggestion and a sentence', () => {
    const text = 'format: referentiel/1\nid: Mon Référentiel\n'
    const { document, findings } = checkSource({ file: 'a.yaml', text })
    expect(document).toBeUndefined()
    expect(findings.find(({ code }) => code === 'CODE_INVALIDE')).toEqual({
      severity: 'error',
      code: 'CODE_INVALIDE',
      file: 'a.yaml',
      line: 2,
      column: 5,
      path: '/id',
      value: 'Mon Référentiel',
      expected: 'des minuscules sans accent, des chiffres et des tirets, 64 au plus',
      suggestion: 'mon-referentiel',
      message: expect.stringContaining('Vouliez-vous «\u202fmon-referentiel\u202f»\u202f?'),
    })
  })
})
