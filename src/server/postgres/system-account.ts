import { readFileSync, statSync } from 'node:fs'

/** The user that a program runs as. */
export type SystemAccount = { readonly uid: number; readonly gid: number }

/** `nobody` on systems whose list of users cannot be read. */
const nobody: SystemAccount = { uid: 65_534, gid: 65_534 }

/**
 * PostgreSQL refuses to run as root. Root therefore hands it to the owner of the existing data, else to the
 * system's `postgres`, else to `nobody`; anybody else runs it as themselves (undefined).
 */
export const accountForPostgres = (dataDirectory: string): SystemAccount | undefined => {
  if (process.getuid?.() !== 0) return undefined
  const owner = ownerOf(dataDirectory)
  if (owner !== undefined && owner.uid !== 0) return owner
  return accountNamed('postgres') ?? accountNamed('nobody') ?? nobody
}

const ownerOf = (directory: string): SystemAccount | undefined => {
  const found = statSync(directory, { throwIfNoEntry: false })
  return found && { uid: found.uid, gid: found.gid }
}

const accountNamed = (name: string): SystemAccount | undefined => {
  const line = usersOfSystem().find((entry) => entry.startsWith(`${name}:`))
  const [, , uid, gid] = line?.split(':') ?? []
  return uid === undefined || gid === undefined ? undefined : { uid: Number(uid), gid: Number(gid) }
}

const usersOfSystem = (): readonly string[] => {
  try {
    return readFileSync('/etc/passwd', 'utf8').split('\n')
  } catch {
    return []
  }
}
