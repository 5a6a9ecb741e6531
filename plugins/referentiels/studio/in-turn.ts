import { StudioFailure } from './failure.ts'

/** More than these don't wait: who comes then is better told at once than answered after a minute. */
const mostWaiting = 8

const askers = new Set<string>()
let last: Promise<unknown> = Promise.resolve()

/** Requests that waited are let through in between. */
const breath = (): Promise<void> => new Promise((resolve) => setImmediate(resolve))

/**
 * Reading a file takes the whole process for as long as it lasts: files are read one at a time, and of each person one.
 * `receive` gets the file while others are read, `work` then reads it. Throws BUSY where the person's last file is still
 * being read, and where many wait.
 */
export const inTurn = async <File, Result>(
  asker: string,
  { receive, work }: { readonly receive: () => Promise<File>; readonly work: (file: File) => Promise<Result> },
): Promise<Result> => {
  if (askers.has(asker) || askers.size >= mostWaiting) throw new StudioFailure('BUSY')
  askers.add(asker)
  try {
    const file = await receive()
    const own = last.then(breath).then(() => work(file))
    last = own.catch(() => undefined)
    return await own
  } finally {
    askers.delete(asker)
  }
}
