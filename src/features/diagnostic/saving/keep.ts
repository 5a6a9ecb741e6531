import type { Fields, Pending, RowName, StoredRow } from './row.ts'

/** What is kept on the device until the server has acknowledged it. */
export type Kept = {
  readonly name: RowName
  readonly stored: StoredRow
  readonly pending: Pending | null
  readonly draft: Fields
  /** Waits for what has to come with it: not to be sent as it is. */
  readonly held?: boolean
}

export type Keep = {
  readonly put: (key: string, kept: Kept) => void
  readonly remove: (key: string) => void
  readonly all: () => readonly Kept[]
}

const version = 1

/**
 * Unsaved changes of one person in one diagnostic, in the browser's storage. A storage that is full, forbidden or
 * tampered with keeps nothing, and breaks nothing.
 */
export const keepIn = (storage: Storage | null, { diagnostic, person }: {
  readonly diagnostic: string
  readonly person: string
}): Keep => {
  const prefix = `ess:${version}:${person}:${diagnostic}:`
  const quietly = <T>(work: () => T, otherwise: T): T => {
    try {
      return work()
    } catch {
      return otherwise
    }
  }
  return {
    put: (key, kept) => quietly(() => storage?.setItem(prefix + key, JSON.stringify(kept)), undefined),
    remove: (key) => quietly(() => storage?.removeItem(prefix + key), undefined),
    all: () =>
      quietly(() => {
        if (storage === null) return []
        const keys = Array.from({ length: storage.length }, (_, index) => storage.key(index) ?? '')
        return keys
          .filter((key) => key.startsWith(prefix))
          .flatMap((key) => quietly(() => [readKept(storage.getItem(key) ?? '')], []))
          .filter((kept) => kept !== null)
      }, []),
  }
}

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null

const isKept = (value: unknown): value is Kept =>
  isRecord(value) &&
  isRecord(value['name']) &&
  isRecord(value['stored']) &&
  typeof value['stored']['revision'] === 'number' &&
  isRecord(value['stored']['fields']) &&
  isRecord(value['draft']) &&
  (value['pending'] === null || (isRecord(value['pending']) && isRecord(value['pending']['set'])))

const readKept = (text: string): Kept | null => {
  const value: unknown = JSON.parse(text)
  return isKept(value) ? value : null
}
