import { localiseIn } from '../compile/localise.ts'
import type { ReferentielDocument } from '../document/document.schema.ts'
import type { QuestionType } from '../document/question.schema.ts'
import type { Fingerprint } from './likeness.ts'
import { fingerprint } from './likeness.ts'

/** What tells one code of a version from another, for a proposal. */
export type CodeFacts = {
  readonly code: string
  /** Only codes of the same sort follow each other: a question a question, a node one of its kind. */
  readonly sort: string
  readonly text: string
  readonly print: Fingerprint
  readonly parent: string | null
  readonly number: string | null
  readonly externalCode: string | null
  readonly answer: { readonly type: QuestionType; readonly scale?: string | undefined; readonly list?: string | undefined } | null
}

/** Every code of a document, in the order in which it is shown. */
export const codeFacts = (document: ReferentielDocument): readonly CodeFacts[] => {
  const { text, optional } = localiseIn(document, undefined)
  const nodes = document.nodes.toSorted((one, other) => (one.order ?? 0) - (other.order ?? 0))
  return nodes.flatMap((node): readonly CodeFacts[] => {
    const words = [text(node.title), optional(node.statement) ?? ''].join(' ')
    return [
      {
        code: node.code,
        sort: `node ${node.kind}`,
        text: words,
        print: fingerprint(words),
        parent: node.parent ?? null,
        number: node.number ?? null,
        externalCode: node.externalCode ?? null,
        answer: node.rating === undefined ? null : { type: 'scale', scale: node.rating },
      },
      ...(node.questions ?? []).map((question): CodeFacts => {
        const prompt = text(question.prompt)
        return {
          code: question.code,
          sort: 'question',
          text: prompt,
          print: fingerprint(prompt),
          parent: node.code,
          number: null,
          externalCode: question.externalCode ?? null,
          answer: { type: question.type, scale: question.scale, list: question.list },
        }
      }),
    ]
  })
}
