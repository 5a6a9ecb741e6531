import type { PayloadRequest } from 'payload'

import { compareVersions } from '../engine/difference/version-range.ts'
import { optionsOf } from '../options-of.ts'
import { databaseOf } from '../publication/transaction.ts'
import type { LibraryResult } from './contract/library.ts'
import { type LibraryVersion, readLibrary, type Readers } from './library.queries.ts'
import { isAmong, namedOwners, namedPeople, ownersReadBy, ownersWrittenBy } from './owners.ts'

/** For whom the person writes and whose they may read. */
export const readersOf = async (req: PayloadRequest): Promise<Readers> => {
  const options = optionsOf(req.payload)
  const [writes, reads] = await Promise.all([ownersWrittenBy(options, req), ownersReadBy(options, req)])
  return { writes, reads }
}

const newest = (versions: readonly Pick<LibraryVersion, 'version'>[]): string | undefined =>
  versions.map(({ version }) => version).toSorted(compareVersions).at(-1)

const byTitle = new Intl.Collator('fr', { numeric: true })

/** What the studio's first page shows: référentiels with their versions, and for whom one may be started. */
export const libraryOf = async (req: PayloadRequest): Promise<LibraryResult> => {
  const options = optionsOf(req.payload)
  const database = await databaseOf(req)
  const readers = await readersOf(req)
  const versions = await readLibrary(database, readers)
  // How much a référentiel is used is its owner's to know: not a reader's, though they may start from it.
  const revisions = versions.filter(({ status, owner }) => status !== 'draft' && isAmong(readers.writes, owner)).map(({ id }) => id)
  const groups = [...Map.groupBy(versions, ({ referentiel }) => referentiel)].toSorted(([, [one]], [, [other]]) => byTitle.compare(one?.title ?? '', other?.title ?? ''))
  const [uses, nameOf, named, owners] = await Promise.all([
    options.usage?.countByRevision?.(database, revisions),
    namedPeople({ req, options, database }, versions.map(({ by }) => by)),
    namedOwners(options, database, groups.flatMap(([, [first]]) => first?.owner ?? [])),
    namedOwners(options, database, readers.writes),
  ])
  const published = Map.groupBy(versions.filter(({ status }) => status === 'published'), ({ referentiel }) => referentiel)
  return {
    referentiels: groups.flatMap(([id, all], index) => {
      const sorted = all.toSorted((one, other) => compareVersions(other.version, one.version))
      const [latest] = sorted
      if (latest === undefined) return []
      return {
        id,
        title: latest.title,
        isShipped: latest.isShipped,
        owner: named[index] ?? latest.owner,
        mayWrite: latest.mayWrite,
        derivedFrom: derivationOf(latest, published),
        versions: sorted.map(({ id: version, version: number, status, at, by }) => ({
          id: version,
          version: number,
          status,
          at,
          by: nameOf(by),
          uses: isAmong(readers.writes, latest.owner) ? (uses?.get(version) ?? 0) : null,
        })),
      }
    }),
    owners: [...owners],
  }
}

const derivationOf = (
  { derivedFrom }: LibraryVersion,
  published: ReadonlyMap<string, readonly LibraryVersion[]>,
): LibraryResult['referentiels'][number]['derivedFrom'] => {
  if (derivedFrom === null) return null
  const latest = newest(published.get(derivedFrom.id) ?? [])
  const isNewer = latest !== undefined && compareVersions(latest, derivedFrom.version) > 0
  return { ...derivedFrom, newer: isNewer ? latest : null }
}
