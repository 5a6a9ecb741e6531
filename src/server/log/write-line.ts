/**
 * One line of the log, at once. Never through a stream that gathers: what explains a failure must be there when
 * somebody looks for it, and when the process dies of it.
 */
export const writeLine = (line: string): void => {
  process.stdout.write(line.endsWith('\n') ? line : `${line}\n`)
}
