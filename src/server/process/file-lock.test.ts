import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'

import { afterEach, beforeEach, describe, expect, it } from 'vitest'

import { acquireLock, tryLock } from './file-lock.ts'

let directory: string
let file: string

beforeEach(() => {
  directory = mkdtempSync(path.join(tmpdir(), 'ess-lock-'))
  file = path.join(directory, 'lock')
})

afterEach(() => rmSync(directory, { recursive: true }))

describe('A lock on a file', () => {
  it('is held by one alone until released, and leaves nothing beside the file', async () => {
    const first = tryLock({ file, mode: 'exclusive' })
    expect(tryLock({ file, mode: 'exclusive' })).toBeUndefined()
    expect(tryLock({ file, mode: 'shared' })).toBeUndefined()

    let waited = 0
    const second = acquireLock({ file, mode: 'exclusive', onWait: () => (waited += 1) })
    first?.release()
    first?.release()
    ;(await second).release()
    expect(waited).toBe(1)
    expect(readdirSync(directory)).toEqual(['lock'])
  })

  it('is shared by many, and given to one alone when the last of them has gone', () => {
    const sharers = [tryLock({ file, mode: 'shared' }), tryLock({ file, mode: 'shared' })]
    expect(tryLock({ file, mode: 'exclusive' })).toBeUndefined()
    sharers[0]?.release()
    expect(tryLock({ file, mode: 'exclusive' })).toBeUndefined()
    const late = tryLock({ file, mode: 'shared' })
    expect(late).toBeDefined()
    sharers[1]?.release()
    late?.release()
    const alone = tryLock({ file, mode: 'exclusive' })
    expect(alone).toBeDefined()
    alone?.release()
  })

  it('is free again when its holder was killed', async () => {
    const script = `
      const { tryLock } = await import(${JSON.stringify(path.join(import.meta.dirname, 'file-lock.ts'))})
      globalThis.held = tryLock({ file: ${JSON.stringify(file)}, mode: 'exclusive' })
      process.stdout.write('held')
      setInterval(() => undefined, 1000)`
    const holder = spawn(process.execPath, ['--input-type=module', '-e', script], { stdio: ['ignore', 'pipe', 'inherit'] })
    await once(holder.stdout, 'data')
    expect(tryLock({ file, mode: 'exclusive' })).toBeUndefined()

    holder.kill('SIGKILL')
    await once(holder, 'exit')
    const lock = tryLock({ file, mode: 'exclusive' })
    expect(lock).toBeDefined()
    lock?.release()
  })
})
