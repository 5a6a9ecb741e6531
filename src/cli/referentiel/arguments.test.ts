import { describe, expect, it } from 'vitest'

import { readArguments } from './arguments.ts'

const read = (line: string) => readArguments(line.split(' ').filter((word) => word !== ''))

describe('The command line of référentiels', () => {
  it.each([
    ['list', { name: 'list', json: false }],
    ['list --json', { name: 'list', json: true }],
    ['validate a.yaml', { name: 'validate', file: 'a.yaml' }],
    ['import a.json --publish --replace --dry-run --json', { name: 'import', file: 'a.json', publish: true, replace: true, dryRun: true, json: true }],
    ['import a.json', { publish: false, replace: false, dryRun: false }],
    ['publish essai', { reference: { referentiel: 'essai', version: undefined } }],
    ['publish essai@1.2.0', { reference: { referentiel: 'essai', version: '1.2.0' } }],
    ['evaluate essai --with a.yaml', { name: 'evaluate', subject: 'essai', input: 'a.yaml' }],
    ['export essai@1.0.0 --to b.yaml', { name: 'export', reference: { version: '1.0.0' }, to: 'b.yaml' }],
    ['validate a.xlsx --annotated b.xlsx', { name: 'validate', file: 'a.xlsx', annotated: 'b.xlsx' }],
    ['import a.xlsx --annotated b.xlsx --dry-run', { name: 'import', annotated: 'b.xlsx', dryRun: true }],
    ['import a.xlsx --preset b.yaml', { name: 'import', preset: 'b.yaml' }],
    ['template modele.xlsx', { name: 'template', to: 'modele.xlsx' }],
    ['diff a.yaml essai@1.0.0', { name: 'diff', before: 'a.yaml', after: 'essai@1.0.0' }],
    ['--help', { name: 'help' }],
    ['import --help', { name: 'help' }],
  ])('understands « %s »', (line, command) => {
    expect(read(line)).toMatchObject({ ok: true, value: command })
  })

  it.each([
    '',
    'constructor',
    'lister',
    'list essai',
    'validate',
    'validate a.yaml b.yaml',
    'validate a.yaml --publish',
    'import',
    'evaluate essai',
    'export essai',
    'publish essai --to b.yaml',
    'list --unknown',
    'template',
    'diff a.yaml',
    'diff a.yaml b.yaml c.yaml',
    'template a.xlsx --annotated b.xlsx',
  ])('refuses « %s »', (line) => {
    expect(read(line)).toMatchObject({ ok: false })
  })
})
