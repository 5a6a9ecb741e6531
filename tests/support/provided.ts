/** What the global set-ups hand to the test files: `inject('postgres')`. Import this file where it is handed or taken. */
declare module 'vitest' {
  export interface ProvidedContext {
    /** The run's PostgreSQL and the migrated database that each test file copies. */
    postgres: { readonly serverUrl: string; readonly template: string; readonly dataDir: string }
    /** The running application: its address, and the folder of its data, the outbox among them. */
    application: { readonly url: string; readonly dataDir: string }
    /** The browser that drives the journeys, found as the application finds it for its PDFs. */
    browser: {
      readonly executablePath: string
      readonly env: Record<string, string>
      readonly args: readonly string[]
    }
  }
}

export {}
