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
  /** Of this tab: what two tabs keep of one row stands side by side. */
  readonly put: (row: string, kept: Kept) => void
  readonly remove: (row: string) => void
  /** What other tabs left, by the key to `drop` it: closed ones, and those that are still open. */
  readonly left: () => readonly { readonly key: string; readonly kept: Kept }[]
  readonly drop: (key: string) => void
  /** Drops everything of the person in the diagnostic, whichever tab it is of. */
  readonly clear: () => void
}

const version = 3

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
export const keepIn = (storage: Storage | null, { diagnostic, person, tab }: {
  readonly diagnostic: string
  readonly person: string
  readonly tab: string
}): Keep => {
  const prefix = `${prefixOf(person)}${diagnostic}:`
  const own = `${prefix}${tab}:`
  const drop = (key: string) => quietly(() => storage?.removeItem(key), undefined)
  return {
    put: (row, kept) => quietly(() => storage?.setItem(own + row, JSON.stringify(kept)), undefined),
    remove: (row) => drop(own + row),
    left: () =>
      quietly(() => {
        if (storage === null) return []
        return keysOf(storage, prefix)
          .filter((key) => !key.startsWith(own))
          .flatMap((key) => {
            const kept = quietly(() => readKept(storage.getItem(key) ?? ''), null)
            return kept === null ? [] : [{ key, kept }]
          })
      }, []),
    drop,
    clear: () => quietly(() => {
      for (const key of storage === null ? [] : keysOf(storage, prefix)) drop(key)
    }, undefined),
  }
}

const goneKey = `ess:${version}:gone`

/** Has the person's other tabs forget what they typed: it was sent, or given up. */
export const tellGone = (storage: Storage | null, person: string): void =>
  quietly(() => {
    storage?.setItem(goneKey, person)
    storage?.removeItem(goneKey)
  }, undefined)

/** Whether another tab told so of this person. */
export const isGone = ({ key, newValue }: Pick<StorageEvent, 'key' | 'newValue'>, person: string): boolean =>
  key === goneKey && newValue === person

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
