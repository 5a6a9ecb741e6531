import { readFile, stat } from 'node:fs/promises'

/** The bytes of a file; null when there is none that can be read. */
export const bytesOf = async (file: string): Promise<Buffer | null> => {
  try {
    return (await stat(file)).isFile() ? await readFile(file) : null
  } catch {
    return null
  }
}
