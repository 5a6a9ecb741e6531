import { chmod, link, mkdir, open, readFile, readdir, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'

import { createTransport } from 'nodemailer'
import type { SendMailOptions } from 'nodemailer'

/** What the file's name says, and how its content is recognised. */
export type OutboxMail = {
  readonly to: string
  readonly purpose: string
  readonly createdAt: Date
  readonly messageId: string
}

/** The outbox below the platform's data folder. */
export const outboxFolder = (dataDir: string): string => join(dataDir, 'outbox')

const safe = (text: string): string =>
  text
    .replace(/[^A-Za-z0-9@._-]/g, '_')
    .replace(/^\.+/, '_')
    .slice(0, 100)

/** `20270114T093012123Z-name@domain-purpose`: sorts by time, and every file system takes it. */
export const outboxFileName = ({ to, purpose, createdAt }: Omit<OutboxMail, 'messageId'>): string =>
  `${createdAt.toISOString().replace(/[-:.]/g, '')}-${safe(to)}-${safe(purpose)}`

const isCode = (error: unknown, code: string): boolean =>
  error instanceof Error && 'code' in error && error.code === code

/** Whole or not at all, and never over another mail: linking a finished file fails where the name is taken. */
const publish = async ({ from, to }: { readonly from: string; readonly to: string }): Promise<boolean> => {
  try {
    await link(from, to)
    return true
  } catch (error) {
    if (isCode(error, 'EEXIST')) return false
    throw error
  }
}

const writeSynced = async (path: string, content: Buffer): Promise<void> => {
  const file = await open(path, 'w', 0o600)
  try {
    await file.writeFile(content)
    await file.sync()
  } finally {
    await file.close()
  }
}

const holds = async (path: string, messageId: string): Promise<boolean> =>
  (await readFile(path, 'latin1')).includes(messageId)

const asRfc822 = async (message: SendMailOptions): Promise<Buffer> => {
  const composer = createTransport({ streamTransport: true, buffer: true, newline: 'windows' })
  const { message: content } = await composer.sendMail(message)
  if (!Buffer.isBuffer(content)) throw new TypeError('The composer answers a buffer when asked for one.')
  return content
}

/**
 * Writes the message as a file that mail programs open, readable by the platform's own user alone, since
 * links in mails are secrets. Writing the same mail again changes nothing. Answers the file's path.
 */
export const writeToOutbox = async ({
  dataDir,
  mail,
  message,
}: {
  readonly dataDir: string
  readonly mail: OutboxMail
  readonly message: SendMailOptions
}): Promise<string> => {
  const folder = outboxFolder(dataDir)
  await mkdir(folder, { recursive: true, mode: 0o700 })
  await chmod(folder, 0o700)
  const name = outboxFileName(mail)
  const draft = join(folder, `.${safe(mail.messageId)}.part`)
  try {
    await writeSynced(draft, await asRfc822(message))
    for (let copy = 1; ; copy += 1) {
      const path = join(folder, copy === 1 ? `${name}.eml` : `${name}-${copy}.eml`)
      if (await publish({ from: draft, to: path })) return path
      if (await holds(path, mail.messageId)) return path
    }
  } finally {
    await rm(draft, { force: true })
  }
}

/** Removes the files last written before the instant; answers how many. A missing folder holds none. */
export const sweepOutbox = async ({
  dataDir,
  before,
}: {
  readonly dataDir: string
  readonly before: Date
}): Promise<number> => {
  const folder = outboxFolder(dataDir)
  const names = await readdir(folder).catch((error: unknown) => {
    if (isCode(error, 'ENOENT')) return []
    throw error
  })
  let removed = 0
  for (const name of names.filter((candidate) => candidate.endsWith('.eml'))) {
    const path = join(folder, name)
    if ((await stat(path)).mtime >= before) continue
    await rm(path, { force: true })
    removed += 1
  }
  return removed
}
