import { readFileSync } from 'node:fs'
import { matchesGlob } from 'node:path'

import { describe, expect, it } from 'vitest'

import { sourceFiles } from './source-files.ts'
import { systemModules } from './system-modules.ts'

const directive = /eslint-disable(?:-next-line|-line)?(?<rest>[^\n*]*)/g
const mine = 'tests/laws/exceptions.test.ts'

/** What is wrong with the exceptions that a file takes for itself, as sentences. */
const complaintsAbout = (text: string): readonly string[] =>
  [...text.matchAll(directive)].flatMap(({ groups }) => {
    const [rules = '', reason = ''] = (groups?.rest ?? '').split(' -- ')
    const name = rules.trim()
    if (name === '') return ['switches every rule off: name the rule']
    if (name.includes('laws/')) return [`switches ${name} off: a law has no private exception`]
    return reason.trim().length < 10 ? [`switches ${name} off without a reason (-- why)`] : []
  })

describe('An exception from a rule', () => {
  it('names the rule and says why', () => {
    expect(complaintsAbout('// eslint-disable-next-line eqeqeq -- null and undefined alike')).toEqual([])
  })

  it.each([
    ['/* eslint-disable */', 'every rule'],
    ['// eslint-disable-next-line eqeqeq', 'without a reason'],
    ['// eslint-disable-next-line laws/scope-first -- this one is special', 'no private exception'],
  ])('is refused: %s', (text, complaint) => {
    expect(complaintsAbout(text).join()).toContain(complaint)
  })

  it('is in order everywhere', () => {
    const complaints = sourceFiles()
      .filter((file) => file !== mine)
      .flatMap((file) => complaintsAbout(readFileSync(file, 'utf8')).map((complaint) => `${file} ${complaint}`))
    expect(complaints).toEqual([])
  })
})

describe('The list of system modules', () => {
  it.each(systemModules)('still needs $files', ({ files, withoutRequest }) => {
    const isUsed = sourceFiles().some((file) => {
      if (!matchesGlob(file, files) || /\.test\.tsx?$/.test(file)) return false
      const text = readFileSync(file, 'utf8')
      return withoutRequest === true ? /payload/.test(text) : /overrideAccess: true|payload\.db\./.test(text)
    })
    expect(isUsed).toBe(true)
  })
})
