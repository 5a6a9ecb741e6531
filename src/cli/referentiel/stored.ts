import { writeFile } from 'node:fs/promises'

import { stringify } from 'yaml'

import { importDocument, listVersions, publish, sentenceOf } from '#plugins/referentiels/exports/server.ts'
import type { ImportResult, PublishResult } from '#plugins/referentiels/exports/server.ts'
import { writeWorkbook } from '#plugins/referentiels/exports/workbook.ts'
import { referentielCommand as texts } from '#texts/referentiel-command.ts'

import { canAnnotate, writeAnnotated } from './annotated.ts'
import type { Command } from './arguments.ts'
import { columnsOf } from './columns.ts'
import { findingLines, hasErrors } from './findings.ts'
import type { ShownFinding } from './findings.ts'
import { bytesOf } from './read-file.ts'
import { misuse } from './reply.ts'
import type { Reply } from './reply.ts'
import { storedDocument } from './stored-document.ts'
import { withDatabase } from './with-database.ts'

type Of<Name extends Command['name']> = Extract<Command, { readonly name: Name }>

export const list = async (): Promise<Reply> => {
  const versions = await withDatabase(listVersions)
  return {
    json: { ok: true, referentiels: versions.map(({ uses: _uses, ...version }) => version) },
    lines:
      versions.length === 0
        ? [texts.none]
        : versions.map(({ id, version, status, title, hash, uses }) =>
            [
              id.padEnd(24),
              version.padEnd(10),
              texts.status[status].padEnd(10),
              (hash ?? '').slice(0, 12).padEnd(14),
              title,
              ...(uses > 0 ? [`(${texts.uses(uses)})`] : []),
            ].join(' '),
          ),
    exitCode: 0,
  }
}

const outcomeLines = ({ outcome, version, isPublished, difference }: ImportResult, isDryRun: boolean): readonly string[] => {
  const changes = difference
    ? (['added', 'removed', 'changed'] as const).flatMap((kind) =>
        difference[kind].length === 0 ? [] : [texts.difference[kind](difference[kind])],
      )
    : []
  const done =
    outcome === 'refused' || version === undefined
      ? texts.outcome.refused
      : isPublished
        ? texts.published(version)
        : texts.outcome[outcome](version)
  return [...changes, done, ...(isDryRun && outcome !== 'refused' ? [texts.dryRun] : [])]
}

export const importFile = async ({ file, publish: isPublishing, replace, dryRun, annotated, preset }: Of<'import'>): Promise<Reply> => {
  if (!canAnnotate(file, annotated)) return misuse(texts.onlyWorkbooks)
  const text = await bytesOf(file)
  if (text === null) return misuse(texts.noFile(file))
  const found = await columnsOf(preset)
  if ('reply' in found) return found.reply
  const result = await withDatabase((payload) =>
    importDocument({ payload, file: { file, text, columns: found.columns }, options: { publish: isPublishing, replace, dryRun }, now: new Date() }),
  )
  const { outcome, findings, version, isPublished, difference } = result
  const isOk = !hasErrors(findings)
  const written = await writeAnnotated({ text, findings, to: annotated })
  return {
    json: {
      ok: isOk,
      outcome,
      ...(version && { id: version.referentiel, version: version.version, hash: version.hash }),
      isPublished,
      ...(difference && { difference }),
      findings,
    },
    lines: [...findingLines(findings), ...written, ...outcomeLines(result, dryRun)],
    exitCode: isOk ? 0 : 1,
  }
}

const shownOf = ({ findings }: PublishResult, file: string): readonly ShownFinding[] =>
  findings.map((finding) => {
    const { severity, code, path, value, suggestion } = finding
    const pointer = path.map((key) => `/${String(key).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('')
    return { severity, code, file, path: pointer, value, suggestion, message: sentenceOf(finding) }
  })

export const publishVersion = async ({ reference }: Of<'publish'>): Promise<Reply> => {
  const result = await withDatabase((payload) => publish({ payload, ...reference, now: new Date() }))
  const { outcome, version } = result
  if (outcome === 'unknown') return { ...misuse(texts.noDraft(reference.written)), exitCode: 1 }
  const findings = shownOf(result, reference.written)
  const isOk = !hasErrors(findings)
  const told = version === undefined ? texts.outcome.refused : outcome === 'created' ? texts.published(version) : texts.alreadyPublished(version)
  return {
    json: { ok: isOk, outcome, ...(version && { id: version.referentiel, version: version.version, hash: version.hash }), findings },
    lines: [...findingLines(findings), told],
    exitCode: isOk ? 0 : 1,
  }
}

type Document = NonNullable<Awaited<ReturnType<typeof storedDocument>>>

/** How a document is written, by the ending of the file's name. */
const writers: readonly (readonly [RegExp, (document: Document) => string | Promise<Uint8Array>])[] = [
  [/\.json$/i, (document) => `${JSON.stringify(inOrder(document), null, 2)}\n`],
  [/\.ya?ml$/i, (document) => stringify(inOrder(document), { lineWidth: 120 })],
  [/\.xlsx$/i, writeWorkbook],
]

const inOrder = (document: Document): Document => ({ ...document, nodes: [...document.nodes].sort((one, other) => (one.order ?? 0) - (other.order ?? 0)) })

export const exportVersion = async ({ reference, to }: Of<'export'>): Promise<Reply> => {
  const write = writers.find(([ending]) => ending.test(to))?.[1]
  if (write === undefined) return misuse(texts.wrongTarget(to))
  const document = await storedDocument(reference)
  if (document === null) return { ...misuse(texts.unknownVersion(reference.written)), exitCode: 1 }
  await writeFile(to, await write(document))
  const version = { referentiel: document.id, version: document.version }
  return {
    json: { ok: true, id: document.id, version: document.version, file: to, findings: [] },
    lines: [texts.exported(version, to)],
    exitCode: 0,
  }
}
