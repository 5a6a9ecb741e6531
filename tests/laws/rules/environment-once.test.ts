import { environmentOnce } from './environment-once.ts'
import { ruleTester } from './rule-tester.ts'

const elsewhere = [{ messageId: 'elsewhere' }]

ruleTester.run('environment-once', environmentOnce, {
  valid: [
    { name: 'the checked environment', code: `const { port } = environment()` },
    { name: 'another env', code: `spawn(command, { env: browser.env })` },
    { name: 'other parts of process', code: `const { pid } = process; process.exit(1)` },
  ],
  invalid: [
    { name: 'a variable', code: `const port = process.env.PORT`, errors: elsewhere },
    { name: 'by brackets', code: `const port = process['env']['PORT']`, errors: elsewhere },
    { name: 'through globalThis', code: `const all = globalThis.process.env`, errors: elsewhere },
    { name: 'taken apart', code: `const { env } = process`, errors: elsewhere },
    { name: 'imported', code: `import { env } from 'node:process'`, errors: elsewhere },
    { name: 'of the bundler', code: `const mode = import.meta.env.MODE`, errors: elsewhere },
  ],
})
