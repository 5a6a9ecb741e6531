import { writeFileSync } from 'node:fs'
import { spriteSource } from './sprite-source.ts'

writeFileSync(new URL('sprite.svg', import.meta.url), spriteSource())
