import type { ReferentielDocument } from '../../engine/document/document.schema.ts'
import type { Closest } from '../../engine/findings/closest-name.ts'
import type { Origins } from '../read/origins.ts'
import type { Report } from '../read/report.ts'
import type { Block } from '../sheets/block.ts'
import type { SaidElement, TextField } from './level-rows.ts'
import { originOf, questionCode } from './make-document.ts'
import type { ColumnPreset } from './preset.schema.ts'

type Rewording = {
  readonly preset: ColumnPreset
  readonly base: ReferentielDocument
  readonly report: Report
  readonly closest: Closest
  readonly origins: Origins
}

type Node = ReferentielDocument['nodes'][number]

/** Fields of an element that are words alone. */
const words: readonly TextField[] = ['title', 'statement', 'about', 'stakes', 'respondent']

/**
 * The référentiel with the wording of the rows: codes, tree, scales and rules stay as they are. What the rows do not name
 * keeps its words; what they name and the référentiel has not is told.
 */
export const rewordDocument = (rows: readonly (readonly SaidElement[])[], rewording: Rewording): Block => {
  const { preset, base, report, closest, origins } = rewording
  const nodes = new Map(base.nodes.map((node) => [node.code, node]))
  const order = [...base.nodes].sort((one, other) => (one.order ?? 0) - (other.order ?? 0))
  const said = new Map<string, SaidElement>()
  for (const element of rows.flat()) {
    const code = element.code?.value
    if (code === undefined || said.has(code)) continue
    said.set(code, element)
    if (nodes.has(code)) continue
    const place = element.code?.place ?? { sheet: '', row: element.row, column: 'A' }
    report.tell(place, { severity: 'warning', code: 'REF_INCONNUE', value: code.slice(0, 120), path: ['nodes'], suggestion: closest(code, nodes.keys()), parameters: { target: 'node' } })
  }
  const reworded = order.map((node): Block => {
    const element = said.get(node.code)
    if (element === undefined || element.level.kind !== node.kind) return { ...node }
    const block = rewordNode(node, element, report)
    origins.of(block, originOf(element))
    return block
  })
  return { ...base, derivedFrom: { id: base.id, version: base.version }, ...preset.document, nodes: reworded }
}

const rewordNode = (node: Node, element: SaidElement, report: Report): Block => {
  const { fields, lists, imperative, level } = element
  const block: Block = { ...node }
  for (const field of words) {
    const text = fields.get(field)
    if (text) block[field] = text.value
  }
  if (imperative && imperative.value !== (node.imperative ?? false)) {
    report.tell(imperative.place, { severity: 'warning', code: 'ECART_CLASSEUR', value: node.code, path: ['nodes'], parameters: { imperative: String(node.imperative ?? false) } })
  }
  const prompts = lists.get('questions')
  if (prompts) {
    const own = (node.questions ?? []).filter((question, index) => question.code === questionCode(level, node.code, index))
    if (own.length === prompts.value.length) {
      const texts = new Map(own.map((question, index) => [question.code, prompts.value[index]]))
      block['questions'] = node.questions?.map((question) => ({ ...question, prompt: texts.get(question.code) ?? question.prompt }))
    } else {
      report.tell(prompts.place, {
        severity: 'warning',
        code: 'NOMBRE_DE_TEXTES',
        value: node.code,
        path: ['nodes'],
        parameters: { read: prompts.value.length, asked: own.length },
      })
    }
  }
  for (const field of ['evidence', 'inspiringQuestions', 'examples'] as const) {
    const texts = lists.get(field)?.value
    if (texts) block[field] = field === 'evidence' ? texts.map((label) => ({ label })) : texts
  }
  return block
}
