import type { Value } from '../conditions/value.ts'
import { numberOf } from '../conditions/value.ts'
import type { Compiled, CompiledProfileField, CompiledQuestion } from '../compile/compiled.ts'
import { type AnswerFinding, placed, shown } from './answer-finding.ts'
import type { AnswersByQuestion, AnswerRow, AnswerValue, EvaluationInput, Profile, ProfileValue } from './answers.ts'
import { existingGrids, mentionedGrids, noGrid, slotOf } from './grids.ts'
import { isRecord, readValue } from './read-value.ts'
import { type Given, layoutOf } from './state.ts'

const gridNumber = /^[1-9]\d{0,2}$/

/** Whether an object is the answer's envelope rather than the value itself. */
const isEnvelope = (value: unknown): value is Readonly<Record<string, unknown>> =>
  isRecord(value) && (Object.hasOwn(value, 'value') || Object.hasOwn(value, 'comment'))

const rowOf = (question: string, grid: number, given: unknown): AnswerRow => {
  if (!isEnvelope(given)) return { question, grid, value: given, comment: null }
  const { value, comment } = given
  return { question, grid, value, comment: typeof comment === 'string' ? comment : null }
}

const isRows = (answers: NonNullable<EvaluationInput['answers']>): answers is readonly AnswerRow[] => Array.isArray(answers)

/** The answers one by one; what isn't a grid's number becomes grid -1, which no question has. */
const rowsOf = (answers: AnswersByQuestion): readonly AnswerRow[] => {
  const rows: AnswerRow[] = []
  for (const question of Object.keys(answers)) {
    const given = answers[question]
    if (!isRecord(given) || !isRecord(given['grids'])) rows.push(rowOf(question, noGrid, given))
    else {
      for (const [grid, one] of Object.entries(given['grids'])) {
        rows.push(rowOf(question, gridNumber.test(grid) ? Number(grid) : -1, one))
      }
    }
  }
  return rows
}

const itemsOf = (value: Profile[string] | undefined): readonly ProfileValue[] => {
  if (value === null || value === undefined) return []
  return isValues(value) ? value : [value]
}

const isValues = (value: ProfileValue | readonly ProfileValue[]): value is readonly ProfileValue[] => Array.isArray(value)

const profileValue = ({ type }: CompiledProfileField, items: readonly ProfileValue[]): Value => {
  const [first] = items
  if (first === undefined || first === '') return null
  switch (type) {
    case 'boolean':
      return first
    case 'number':
      return numberOf(typeof first === 'boolean' ? null : first)
    case 'single':
    case 'multi':
      return items.map((item) => (typeof item === 'boolean' ? String(item) : item))
  }
}

const unknownOptions = (field: CompiledProfileField, items: readonly ProfileValue[]): readonly AnswerFinding[] => {
  const codes = field.options.map(({ code }) => code)
  if (codes.length === 0) return []
  return items
    .filter((item) => !codes.includes(String(item)))
    .map((item) => ({ severity: 'error', code: 'VALEUR_INCONNUE', path: ['profile', field.code], value: shown(item), expected: codes }))
}

const readProfile = ({ profileFields }: Compiled, profile: Profile) => {
  const fields = new Map(profileFields.map((field) => [field.code, field]))
  const values = new Map<string, Value>()
  const findings: AnswerFinding[] = []
  for (const [code, given] of Object.entries(profile)) {
    const field = fields.get(code)
    const items = itemsOf(given)
    if (field === undefined) {
      findings.push({ severity: 'error', code: 'CHAMP_PROFIL_INCONNU', path: ['profile', code], expected: [...fields.keys()] })
      continue
    }
    values.set(code, profileValue(field, items))
    findings.push(...unknownOptions(field, items))
  }
  return { values, findings }
}

/** Whether something imperative is asked at or below a node: then nobody may call it not concerned. */
const holdsImperative = ({ nodes }: Compiled, index: number): boolean => {
  const end = nodes[index]?.end ?? index
  for (let place = index; place < end; place += 1) if (nodes[place]?.isImperative) return true
  return false
}

type Declared = { readonly notConcerned: ReadonlyMap<number, string>; readonly findings: readonly AnswerFinding[] }

/** What is wrong with calling a criterion not concerned, or null. */
export const notConcernedFinding = (compiled: Compiled, criterion: string, reason: string): AnswerFinding | null => {
  const node = compiled.nodeByCode.get(criterion)
  const path = ['notConcerned', criterion]
  if (node === undefined || node.kind !== compiled.criterionKind) return { severity: 'error', code: 'CRITERE_INCONNU', path }
  if (holdsImperative(compiled, node.index)) return { severity: 'error', code: 'NON_CONCERNE_IMPERATIF', path }
  return reason.trim() === '' ? { severity: 'error', code: 'MOTIF_MANQUANT', path } : null
}

const readNotConcerned = (compiled: Compiled, given: NonNullable<EvaluationInput['notConcerned']>): Declared => {
  const notConcerned = new Map<number, string>()
  const findings: AnswerFinding[] = []
  for (const [criterion, reason] of Object.entries(given)) {
    if (compiled.outside.criteria.has(criterion)) continue
    const finding = notConcernedFinding(compiled, criterion, reason)
    const node = compiled.nodeByCode.get(criterion)
    if (finding !== null) findings.push(finding)
    else if (node !== undefined) notConcerned.set(node.index, reason)
  }
  return { notConcerned, findings }
}

/** Node → 1 at and below what is not concerned. */
export const leftOutBy = ({ nodes }: Compiled, notConcerned: ReadonlyMap<number, string>): Uint8Array => {
  const isLeftOut = new Uint8Array(nodes.length)
  for (const index of notConcerned.keys()) isLeftOut.fill(1, index, nodes[index]?.end)
  return isLeftOut
}

export type AnswerReading = { readonly value: AnswerValue | null; readonly findings: readonly AnswerFinding[] }

const noFindings: readonly AnswerFinding[] = []

const pathOf = ({ question, grid }: AnswerRow): AnswerFinding['path'] =>
  grid === noGrid ? ['answers', question] : ['answers', question, grid]

const missesComment = (compiled: Compiled, question: CompiledQuestion, { value, comment }: { value: AnswerValue; comment: AnswerRow['comment'] }) =>
  typeof value === 'string' &&
  (comment ?? '').trim() === '' &&
  compiled.program.choices.get(question)?.get(value)?.needsComment === true

/** Checks one answer against its question alone: what other answers allow is told by the evaluation. */
export const readAnswer = (compiled: Compiled, question: CompiledQuestion, row: AnswerRow): AnswerReading => {
  const { value, problems } = readValue(question, row.value, (field) => compiled.program.choices.get(field))
  if (value !== null && missesComment(compiled, question, { value, comment: row.comment })) {
    return { value: null, findings: [{ severity: 'error', code: 'COMMENTAIRE_MANQUANT', path: pathOf(row), value: shown(value) }] }
  }
  return { value, findings: problems.length === 0 ? noFindings : problems.map((problem) => placed(problem, pathOf(row))) }
}

/** Reads what was given: nothing throws, and what the format forbids is left out with a finding. */
export const readInput = (compiled: Compiled, input: EvaluationInput): Given => {
  const { answers = [] } = input
  const rows = isRows(answers) ? answers : rowsOf(answers)
  const mentioned = mentionedGrids(compiled, rows, input.grids)
  const layout = layoutOf(compiled.program, existingGrids(compiled, mentioned))
  const profile = readProfile(compiled, input.profile ?? {})
  const declared = readNotConcerned(compiled, input.notConcerned ?? {})
  const values = new Array<AnswerValue | null>(layout.questionStarts[compiled.questions.length] ?? 0).fill(null)
  const answerFindings = new Map<number, readonly AnswerFinding[]>()
  const otherFindings: AnswerFinding[] = [
    ...compiled.findings.map(({ code, value }) => ({ severity: 'error' as const, code, path: [optionOf[code]], value })),
    ...profile.findings,
    ...declared.findings,
  ]
  for (const row of rows) {
    const question = compiled.questionByCode.get(row.question)
    if (question === undefined) {
      if (!compiled.outside.questions.has(row.question)) {
        otherFindings.push({ severity: 'error', code: 'QUESTION_INCONNUE', path: pathOf(row) })
      }
      continue
    }
    const slot = slotOf(compiled, layout, question, row.grid)
    if (slot === undefined) {
      otherFindings.push({ severity: 'error', code: 'GRILLE', path: pathOf(row) })
      continue
    }
    const { value, findings } = readAnswer(compiled, question, row)
    values[slot] = value
    if (findings.length > 0) answerFindings.set(slot, findings)
  }
  return {
    mentioned,
    layout,
    profile: profile.values,
    answers: values,
    answerFindings,
    otherFindings,
    notConcerned: declared.notConcerned,
    isLeftOut: leftOutBy(compiled, declared.notConcerned),
  }
}

const optionOf = { SOUS_ENSEMBLE_INCONNU: 'subset', REGLES_INCONNUES: 'rulesVersion' } as const
