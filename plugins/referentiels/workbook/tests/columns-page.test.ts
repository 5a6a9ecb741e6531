import { readFileSync } from 'node:fs'

import { describe, expect, it } from 'vitest'

import { sheetTexts } from '../../texts/workbook-sheets.ts'
import { columnsPage } from '../reference/columns-page.ts'
import { sheets } from '../sheets/sheets.ts'

describe('The page of the workbook’s columns', () => {
  it('is up to date: `npm run reference` writes it', () => {
    expect(readFileSync('docs/reference-classeur.md', 'utf8') === columnsPage()).toBe(true)
  })

  it('names every sheet and column in words that end', () => {
    for (const { id } of sheets) {
      expect(columnsPage()).toContain(`## ${sheetTexts[id]?.name}`)
      expect(sheetTexts[id]?.purpose).toMatch(/^\p{Lu}.*[.…]$/u)
      for (const [, help] of Object.values(sheetTexts[id]?.columns ?? {})) expect(help).toMatch(/[.…]$|…$/u)
    }
  })
})
