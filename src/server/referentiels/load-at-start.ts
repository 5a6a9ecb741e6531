import path from 'node:path'

import type { Payload } from 'payload'

import { loadShipped } from '#plugins/referentiels/exports/server.ts'
import type { ShippedFile } from '#plugins/referentiels/exports/server.ts'

/** Where the référentiels lie that come with the platform; those of the demonstration only where it applies. */
const foldersIn = (root: string, demo: boolean): readonly string[] => [
  path.join(root, 'referentiels'),
  ...(demo ? [path.join(root, 'demo', 'referentiels')] : []),
]

/** Loads the shipped référentiels, under the lock of whoever prepares the database. */
export const loadReferentiels = (
  payload: Payload,
  { root, demo, now }: { readonly root: string; readonly demo: boolean; readonly now: Date },
): Promise<readonly ShippedFile[]> => loadShipped({ payload, folders: foldersIn(root, demo), root, now })

/** One line per finding that somebody has to look at, and one per file that was not taken. */
export const complaintsOf = (files: readonly ShippedFile[]): readonly string[] =>
  files
    .filter(({ outcome }) => outcome === 'refused')
    .flatMap(({ file, findings }) => [
      `${file}: not loaded; what is published stays as it is.`,
      ...findings
        .filter(({ severity }) => severity === 'error')
        .map(({ line, column, code, message }) => `${file}:${line}:${column} ${code} ${message}`),
    ])
