/** What the launcher shows: one line per step with the time it took, and, meanwhile, what it waits for. */

type Output = {
  readonly write: (text: string) => void
  /** A terminal's last line is written over; a log gets a line now and then. */
  readonly isTerminal: boolean
  /** Milliseconds of a clock that never goes back. */
  readonly now: () => number
}

export type Report = {
  readonly line: (text: string) => void
  /** Runs the work under a title; `progress` tells what it is doing now. */
  readonly step: <T>(title: string, work: (progress: (text: string) => void) => Promise<Outcome<T>>) => Promise<T>
}

export type Outcome<T> = { readonly value: T; readonly done: string }

/** In a log, how often a long step is heard of, in milliseconds. */
const logEvery = 15_000
const terminalEvery = 1_000

const titleWidth = 14

export const report = ({ write, isTerminal, now }: Output): Report => {
  const line = (text: string): void => write(`${text}\n`)
  return {
    line,
    step: async (title, work) => {
      const since = now()
      const head = `  ${title.padEnd(titleWidth)}`
      const elapsed = (): string => seconds(now() - since)
      let doing = ''
      let isOpen = false
      const show = (): void => {
        if (doing === '') return
        write(isTerminal ? `\r\u001b[K${head}${doing} ${elapsed()}` : `${head}${doing} ${elapsed()}\n`)
        isOpen = isTerminal
      }
      const close = (): void => {
        clearInterval(timer)
        if (isOpen) write('\r\u001b[K')
      }
      const timer = setInterval(show, isTerminal ? terminalEvery : logEvery)
      try {
        const { value, done } = await work((text) => {
          const isNew = text !== doing
          doing = text
          if (isNew) show()
        })
        close()
        line(`${head}${done} (${elapsed()})`)
        return value
      } catch (error) {
        close()
        throw error
      }
    },
  }
}

const seconds = (milliseconds: number): string => `${(milliseconds / 1000).toFixed(1)} s`
