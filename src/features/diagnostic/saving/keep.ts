import type { Fields, Meanwhile, Pending, RowName, RowPlace, StoredRow } from './row.ts'

/** What is kept on the device until the server has acknowledged it. */
export type Kept = {
  readonly name: RowName
  readonly stored: StoredRow
  readonly pending: Pending | null
  readonly draft: Fields
  /** Waits for what has to come with it: not to be sent as it is. */
  readonly held: boolean
  readonly place: RowPlace | null
  /** Waits for the person to choose, and is not sent before. */
  readonly theirs: Meanwhile | null
}

export type Keep = {
  readonly put: (key: string, kept: Kept) => void
  readonly remove: (key: string) => void
  readonly all: () => readonly Kept[]
}

const version = 2

/** The browser's storage; null where it is forbidden, or there is no browser. */
export const storageHere = (): Storage | null => {
  try {
    return typeof window === 'undefined' ? null : window.localStorage
  } catch {
    return null
  }
}

const keysOf = (storage: Storage, prefix: string): readonly string[] =>
  Array.from({ length: storage.length }, (_, index) => storage.key(index) ?? '').filter((key) => key.startsWith(prefix))

const quietly = <T>(work: () => T, otherwise: T): T => {
  try {
    return work()
  } catch {
    return otherwise
  }
}

const prefixOf = (person: string): string => `ess:${version}:${person}:`

/** The diagnostics in which a person left something on this device. */
export const diagnosticsKept = (storage: Storage | null, person: string): readonly string[] =>
  quietly(() => {
    const prefix = prefixOf(person)
    const keys = storage === null ? [] : keysOf(storage, prefix)
    return [...new Set(keys.map((key) => key.slice(prefix.length).split(':', 1)[0] ?? ''))]
  }, [])

/**
 * Unsaved changes of one person in one diagnostic, in the browser's storage. A storage that is full, forbidden or
 * tampered with keeps nothing, and breaks nothing.
 */
export const keepIn = (storage: Storage | null, { diagnostic, person }: {
  readonly diagnostic: string
  readonly person: string
}): Keep => {
  const prefix = `${prefixOf(person)}${diagnostic}:`
  return {
    put: (key, kept) => quietly(() => storage?.setItem(prefix + key, JSON.stringify(kept)), undefined),
    remove: (key) => quietly(() => storage?.removeItem(prefix + key), undefined),
    all: () =>
      quietly(() => {
        if (storage === null) return []
        return keysOf(storage, prefix)
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
  (value['pending'] === null || (isRecord(value['pending']) && isRecord(value['pending']['set']))) &&
  (value['place'] === null || (isRecord(value['place']) && typeof value['place']['label'] === 'string')) &&
  (value['theirs'] === null || (isRecord(value['theirs']) && isRecord(value['theirs']['fields'])))

const readKept = (text: string): Kept | null => {
  const value: unknown = JSON.parse(text)
  return isKept(value) ? value : null
}
