import { afterAll, afterEach } from 'vitest'

import { consoleComplaints, recordConsole } from '../support/expect-console.ts'

console.error = (...args: unknown[]) => recordConsole('error', args)
console.warn = (...args: unknown[]) => recordConsole('warn', args)

const failOnComplaints = () => {
  const complaints = consoleComplaints()
  if (complaints.length > 0) throw new Error(complaints.join('\n\n'))
}

afterEach(failOnComplaints)
afterAll(failOnComplaints)
