import { describe, expect, it } from 'vitest'

import { consoleComplaints, expectConsole } from './expect-console.ts'

describe('The console of a test', () => {
  it('stays silent about lines that the test declared', () => {
    expectConsole('error', 'disque plein')
    expectConsole('warn', /relais \d+/)
    console.error('écriture impossible : %s', 'disque plein')
    console.warn('relais 2 injoignable')
    expect(consoleComplaints()).toEqual([])
  })

  it('complains about a line that nobody declared', () => {
    console.error(new Error('perdu'))
    expect(consoleComplaints().join()).toContain('console.error without expectConsole')
  })

  it('complains about a line of another level', () => {
    expectConsole('warn', 'perdu')
    console.error('perdu')
    expect(consoleComplaints()).toHaveLength(2)
  })

  it('complains about a declared line that never came', () => {
    expectConsole('warn', 'jamais')
    expect(consoleComplaints()).toEqual(["expectConsole('warn', jamais) was declared but never printed"])
  })
})
