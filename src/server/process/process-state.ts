import { readFileSync, readdirSync, readlinkSync } from 'node:fs'

/** True while the process runs; a zombie, whose parent has not yet taken its exit, has ended. */
export const isRunning = (pid: number): boolean => {
  try {
    process.kill(pid, 0)
  } catch (error) {
    // EPERM: it runs, and belongs to somebody else.
    return error instanceof Error && 'code' in error && error.code === 'EPERM' && !isZombie(pid)
  }
  return !isZombie(pid)
}

const isZombie = (pid: number): boolean => {
  if (process.platform !== 'linux') return false
  try {
    // `pid (name) state …`; the name may hold spaces and parentheses.
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
    return stat.slice(stat.lastIndexOf(')') + 2).startsWith('Z')
  } catch {
    return false
  }
}

/** The directory that a process works in; undefined where the system does not tell. */
export const workingDirectoryOf = (pid: number): string | undefined => {
  try {
    return readlinkSync(`/proc/${pid}/cwd`)
  } catch {
    return undefined
  }
}

/** The running processes that work in a directory (Linux; elsewhere none are found). */
export const processesIn = (directory: string): readonly number[] => {
  if (process.platform !== 'linux') return []
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map(Number)
    .filter((pid) => workingDirectoryOf(pid) === directory && isRunning(pid))
}
