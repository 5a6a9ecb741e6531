import { readFileSync, readdirSync } from 'node:fs'

import { describe, expect, test } from 'vitest'

import { jobList, jobs } from './job-list.ts'

const sources = readdirSync(import.meta.dirname)
  .filter((name) => name.endsWith('.ts') && !name.includes('.handler.') && !name.includes('.test.'))
  .map((name) => [name, readFileSync(`${import.meta.dirname}/${name}`, 'utf8')] as const)

test.each(sources)('%s loads no handler before a job runs', (_, source) => {
  expect(source).not.toMatch(/^(?:import|export)\b.*\.handler\.ts'/m)
})

describe.each(jobList)('$id', (job) => {
  test('stands in the list under its own id', () => expect(Object.keys(jobs)).toContain(job.id))
  test('has the files that its name says', () => {
    expect(sources.find(([name]) => name === `${job.id}.job.ts`)?.[1]).toContain(
      `import('./${job.id}.handler.ts')`,
    )
  })
  test('refuses data of another shape', () => expect(job.schema.safeParse('nothing').success).toBe(false))
})
