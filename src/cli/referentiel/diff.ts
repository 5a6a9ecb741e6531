import { documentDifference } from '#plugins/referentiels/exports/source.ts'
import { referentielCommand as texts } from '#texts/referentiel-command.ts'

import type { Reply } from './reply.ts'
import { subjectNamed } from './subject.ts'

const kinds = ['added', 'removed', 'moved', 'reworded', 'rescored'] as const

/** What changes from one référentiel to another, each a file, a shipped référentiel or a stored version. */
export const diff = async ({ before, after }: { readonly before: string; readonly after: string }): Promise<Reply> => {
  const [old, now] = [await subjectNamed(before), await subjectNamed(after)]
  if ('reply' in old) return old.reply
  if ('reply' in now) return now.reply
  const { nodes, change, nextVersion } = documentDifference(old.document, now.document)
  const versions = [old, now].map(({ document: { id, version } }) => ({ id, version }))
  return {
    json: { ok: true, before: versions[0], after: versions[1], change, ...(change === 'none' ? {} : { nextVersion }), difference: nodes, findings: [] },
    lines: [
      ...kinds.flatMap((kind) => (nodes[kind].length === 0 ? [] : [texts.difference[kind](nodes[kind])])),
      change === 'none' ? texts.noDifference : texts.change[change](nextVersion),
    ],
    exitCode: 0,
  }
}
