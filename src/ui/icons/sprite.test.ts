import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { spriteSource } from './sprite-source.ts'

describe('the icon sprite', () => {
  it('holds exactly the icons of the list, as the installed package draws them', () => {
    expect(readFileSync(new URL('sprite.svg', import.meta.url), 'utf8')).toBe(spriteSource())
  })
})
