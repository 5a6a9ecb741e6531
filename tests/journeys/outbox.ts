import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

import { simpleParser } from 'mailparser'
import type { ParsedMail } from 'mailparser'
import { inject, vi } from 'vitest'

const addressesOf = ({ to }: ParsedMail): readonly string[] =>
  [to ?? []].flat().flatMap(({ value }) => value.map(({ address }) => address ?? ''))

/** The messages that the application wrote for this person, as a mail program would show them. */
const mailsTo = async (recipient: string): Promise<readonly ParsedMail[]> => {
  const folder = join(inject('application').dataDir, 'outbox')
  const files = readdirSync(folder).filter((name) => name.endsWith('.eml'))
  const mails = await Promise.all(files.map((name) => simpleParser(readFileSync(join(folder, name)))))
  return mails.filter((mail) => addressesOf(mail).includes(recipient))
}

/**
 * The addresses below this path in the person's messages, each once; waits until there are so many, since the
 * worker sends mails after the page has answered.
 */
export const linksSentTo = (
  recipient: string,
  { path, count = 1 }: { readonly path: string; readonly count?: number },
): Promise<readonly string[]> =>
  vi.waitFor(
    async () => {
      const texts = (await mailsTo(recipient)).map(({ text }) => text ?? '')
      const links = new Set(texts.flatMap((text) => text.match(/https?:\/\/\S+/g) ?? []).map((link) => new URL(link).pathname))
      const found = [...links].filter((pathname) => pathname.startsWith(path))
      if (found.length < count) throw new Error(`${recipient} got ${found.length} of ${count} links to ${path}.`)
      return found
    },
    { timeout: 30_000, interval: 200 },
  )

/** The only such link. */
export const linkSentTo = async (recipient: string, path: string): Promise<string> => {
  const [link] = await linksSentTo(recipient, { path })
  if (link === undefined) throw new Error(`${recipient} got no link to ${path}.`)
  return link
}
