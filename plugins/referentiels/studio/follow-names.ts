import type { Reference } from '../engine/conditions/expression.ts'
import { type Renaming, renameReferences } from '../engine/conditions/rename-references.ts'
import type { PartName } from './contract/changes.ts'
import type { Place } from './contract/people.ts'
import type { Desk, DeskRow } from './desk.ts'
import { byName, isBlock, type Key, type Path, placeKey, type Root, rootOf, withValueAt } from './paths.ts'

/** What else in a draft names a thing, when the thing gets another name. It decides where names stand, not who may rename. */

type Edit = { readonly path: Path; readonly to: unknown }

/** What to write elsewhere: where names stand as such, and within conditions and formulas. */
type Following = {
  readonly row?: (row: DeskRow) => readonly Edit[]
  readonly part?: (name: string, value: unknown) => readonly Edit[]
  readonly expression?: (place: { readonly row: DeskRow | null; readonly isColumn: boolean }) => Renaming
}

const items = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : [])
const member = (value: unknown, ...path: readonly string[]): unknown =>
  path.reduce<unknown>((found, key) => (isBlock(found) && Object.hasOwn(found, key) ? found[key] : undefined), value)

/** Items by position: a draft may hold two of the same name. */
const each = (value: unknown, path: Path, edits: (item: unknown, path: Path) => readonly Edit[]): readonly Edit[] =>
  items(value).flatMap((item, index) => edits(item, [...path, index]))

const replaced = (value: unknown, path: Path, { from, to }: Names): readonly Edit[] => (value === from ? [{ path, to }] : [])

const replacedIn = (list: unknown, path: Path, { from, to }: Names): readonly Edit[] =>
  items(list).includes(from) ? [{ path, to: items(list).map((item) => (item === from ? to : item)) }] : []

const replacedKey = (block: unknown, path: Path, { from, to }: Names): readonly Edit[] =>
  isBlock(block) && Object.hasOwn(block, from) ? [{ path, to: Object.fromEntries(Object.entries(block).map(([key, value]) => [key === from ? to : key, value])) }] : []

type Names = { readonly from: string; readonly to: string }

const named = (field: string, names: Names) => (value: unknown, path: Path): readonly Edit[] => replaced(member(value, field), [...path, field], names)

/** Every condition and formula of a row's or a part's content. */
const expressionsOf = (kind: string, value: unknown): readonly { readonly path: Path; readonly source: string; readonly isColumn: boolean }[] => {
  const at = (held: unknown, path: Path, isColumn = false) => (typeof held === 'string' ? [{ path, source: held, isColumn }] : [])
  if (kind === 'row') {
    return [
      ...at(member(value, 'appliesIf'), ['appliesIf']),
      ...at(member(value, 'formula'), ['formula']),
      ...items(member(value, 'columns')).flatMap((column, index) => at(member(column, 'formula'), ['columns', index, 'formula'], true)),
    ]
  }
  if (kind === 'scales') {
    return items(value).flatMap((scale, index) =>
      items(member(scale, 'values')).flatMap((each, place) => at(member(each, 'allowedIf'), [index, 'values', place, 'allowedIf'])),
    )
  }
  if (kind === 'scoring') {
    return items(member(value, 'rules')).flatMap((rules, index) =>
      items(member(rules, 'outcomes')).flatMap((outcome, place) => at(member(outcome, 'when'), ['rules', index, 'outcomes', place, 'when'])),
    )
  }
  return []
}

const inExpressions = (kind: string, value: unknown, renaming: (isColumn: boolean) => Renaming): readonly Edit[] =>
  expressionsOf(kind, value).flatMap(({ path, source, isColumn }) => {
    const to = renameReferences(source, renaming(isColumn))
    return to === source ? [] : [{ path, to }]
  })

const edited = (value: unknown, edits: readonly Edit[], root: Root): unknown =>
  edits.reduce((written, { path, to }) => withValueAt(written, { path, root, to })?.value ?? written, value)

/** Writes all that follows, and says where. */
const follow = (desk: Desk, { row: ofRow, part: ofPart, expression }: Following): readonly Place[] => {
  const places: Place[] = []
  for (const row of [...desk.rows.values()]) {
    const edits = [
      ...(ofRow?.(row) ?? []),
      ...(expression ? inExpressions('row', row.data, (isColumn) => expression({ row, isColumn })) : []),
    ]
    if (edits.length === 0) continue
    const { kind, ...data } = blockOf(edited({ ...row.data, kind: row.kind }, edits, rootOf(row)))
    const paths = edits.map(({ path }) => byName(row.data, path, rootOf(row)))
    desk.put({ ...row, data, kind: typeof kind === 'string' ? kind : null }, paths.map(placeKey))
    places.push(...paths.map((path): Place => ({ row: row.id, code: row.code, part: null, path: [...path] })))
  }
  for (const [name, part] of [...desk.parts]) {
    const edits = [
      ...(ofPart?.(name, part.value) ?? []),
      ...(expression ? inExpressions(name, part.value, (isColumn) => expression({ row: null, isColumn })) : []),
    ]
    if (edits.length === 0) continue
    const paths = edits.map(({ path }) => byName(part.value, path, [name]))
    desk.putPart(name, { ...part, value: edited(part.value, edits, [name]) }, paths.map(placeKey))
    places.push(...paths.map((path): Place => ({ row: null, code: null, part: name, path: [...path] })))
  }
  return places
}

const blockOf = (value: unknown): Readonly<Record<string, unknown>> => (isBlock(value) ? value : {})

/** Places of a part where nodes or questions are named; migrations name them as destinations only. */
const codesInPart = (names: Names) => (name: string, value: unknown): readonly Edit[] => {
  switch (name) {
    case 'subsets':
      return each(value, [], (subset, path) => replacedIn(member(subset, 'include'), [...path, 'include'], names))
    case 'dialogue':
      return each(member(value, 'questions'), ['questions'], named('node', names))
    case 'mappings':
      return each(value, [], (mapping, path) => each(member(mapping, 'items'), [...path, 'items'], named('from', names)))
    case 'migrations':
      return each(value, [], (migration, path) =>
        each(member(migration, 'items'), [...path, 'items'], (item, place) => replacedIn(member(item, 'to'), [...place, 'to'], names)),
      )
    default:
      return []
  }
}

const hasColumn = (row: DeskRow | null, code: string): boolean =>
  items(row?.data['columns']).some((column) => member(column, 'code') === code)

/** Nodes and questions: `réponse.x`, `score.x`, `nœud.chapitre = "x"`. A column of the same name hides an answer from its table. */
const codesInExpressions =
  (names: ReadonlyMap<string, string>, { of }: { readonly of: 'node' | 'question' }) =>
  ({ row, isColumn }: { readonly row: DeskRow | null; readonly isColumn: boolean }): Renaming => ({
    reference: (reference) => {
      if (!('name' in reference)) return undefined
      const isAnswer = reference.of === 'answer' && !(isColumn && hasColumn(row, reference.name))
      const isScore = of === 'node' && (reference.of === 'score' || reference.of === 'met')
      return isAnswer || isScore ? names.get(reference.name) : undefined
    },
    literal: (value, against) => (of === 'node' && isNodeName(against) ? names.get(value) : undefined),
  })

const isNodeName = (reference: Reference): boolean =>
  reference.of === 'ancestor' || (reference.of === 'node' && reference.name === 'code')

/** Everything that names a node or a question, but for its own rows below, follows its new code. */
export const followCode = (desk: Desk, { of, from, to }: Names & { readonly of: 'node' | 'question' }): readonly Place[] =>
  follow(desk, { part: codesInPart({ from, to }), expression: codesInExpressions(new Map([[from, to]]), { of }) })

/** Within the rows of a copy, what named the originals names the copies. */
export const followCopies = (
  rows: readonly DeskRow[],
  codes: { readonly nodes: ReadonlyMap<string, string>; readonly questions: ReadonlyMap<string, string> },
): readonly DeskRow[] =>
  rows.map((row) => {
    const ofNodes = codesInExpressions(codes.nodes, { of: 'node' })
    const ofQuestions = codesInExpressions(codes.questions, { of: 'question' })
    const after = [ofNodes, ofQuestions].reduce<unknown>(
      (data, renaming) => edited(data, inExpressions('row', data, (isColumn) => renaming({ row, isColumn })), rootOf(row)),
      row.data,
    )
    return { ...row, data: blockOf(after) }
  })

/** Subsets and mapping lines that name what goes lose those entries. */
export const dropCodes = (desk: Desk, codes: ReadonlySet<string>): readonly Place[] => {
  const isGone = (code: unknown): boolean => typeof code === 'string' && codes.has(code)
  return follow(desk, {
    part: (name, value) => {
      if (name === 'subsets') {
        return each(value, [], (subset, path) => {
          const include = items(member(subset, 'include'))
          return include.some(isGone) ? [{ path: [...path, 'include'], to: include.filter((code) => !isGone(code)) }] : []
        })
      }
      if (name !== 'mappings') return []
      return each(value, [], (mapping, path) => {
        const lines = items(member(mapping, 'items'))
        return lines.some((line) => isGone(member(line, 'from')))
          ? [{ path: [...path, 'items'], to: lines.filter((line) => !isGone(member(line, 'from'))) }]
          : []
      })
    },
  })
}

type NewName = { readonly part: PartName; readonly path: Path; readonly before: unknown; readonly after: unknown }

/** What follows when an item of a part gets another name: a level, a scale, a list, a profile field, a value, an option. */
export const followNewName = (desk: Desk, { part, path, before, after }: NewName): readonly Place[] => {
  if (typeof before !== 'string' || typeof after !== 'string') return []
  const following = followingOf(desk, { part, path, names: { from: before, to: after } })
  return following === undefined ? [] : follow(desk, following)
}

type Item = { readonly part: PartName; readonly path: Path; readonly names: Names }

const followingOf = (desk: Desk, { part, path, names }: Item): Following | undefined => {
  const [first, second, third, last] = path
  const isName = path.length === 2 && second === 'code'
  if (part === 'kinds' && isName) return ofKind(names)
  if (part === 'scales' && isName) return ofScale(names)
  if (part === 'lists' && isName) return ofList(names)
  if (part === 'profileFields' && isName) return ofProfileField(names)
  if (part === 'scales' && second === 'values' && last === 'code') return ofValue(desk, { scale: nameAt(desk, 'scales', first), value: third, names })
  if (part === 'lists' && second === 'options' && last === 'code') return ofOption(desk, { list: nameAt(desk, 'lists', first), names })
  if (part === 'scoring' && first === 'rules' && third === 'rulesVersion') return { part: (name, value) => (name === 'scoring' ? named('current', names)(value, []) : []) }
  if (part === 'presentation' && first === 'axes' && third === 'code') return { part: (name, value) => (name === 'presentation' ? named('defaultAxis', names)(value, []) : []) }
  return undefined
}

const nameAt = (desk: Desk, part: PartName, key: Key | undefined): string | undefined => {
  if (typeof key === 'string') return key
  const name = key === undefined ? undefined : member(items(desk.parts.get(part)?.value)[key], 'code')
  return typeof name === 'string' ? name : undefined
}

const ofKind = (names: Names): Following => ({
  row: (row) => (row.row === 'node' ? replaced(row.kind, ['kind'], names) : []),
  part: (name, value) => {
    if (name === 'expect') return each(value, [], named('kind', names))
    if (name === 'scoring') {
      return each(member(value, 'rules'), ['rules'], (rules, path) => each(member(rules, 'aggregate'), [...path, 'aggregate'], named('kind', names)))
    }
    if (name !== 'presentation') return []
    return [
      ...named('pageKind', names)(value, []),
      ...named('criterionKind', names)(value, []),
      ...each(member(value, 'axes'), ['axes'], (axis, path) => (member(axis, 'by') === 'kind' ? named('value', names)(axis, path) : [])),
    ]
  },
  expression: () => ({
    reference: (reference) => (reference.of === 'ancestor' && reference.name === names.from ? names.to : undefined),
    literal: (value, against) => (against.of === 'node' && against.name === 'kind' && value === names.from ? names.to : undefined),
  }),
})

const ofScale = (names: Names): Following => ({
  row: ({ data }) => [...named('rating', names)(data, []), ...named('scale', names)(data, []), ...each(data['columns'], ['columns'], named('scale', names))],
  part: (name, value) => (name === 'dialogue' ? each(member(value, 'questions'), ['questions'], named('scale', names)) : []),
})

const ofList = (names: Names): Following => ({
  row: ({ data }) => [...named('list', names)(data, []), ...each(data['columns'], ['columns'], named('list', names))],
  part: (name, value) => {
    if (name === 'profileFields') return each(value, [], named('list', names))
    return name === 'presentation' ? each(member(value, 'axes'), ['axes'], named('list', names)) : []
  },
})

const ofProfileField = (names: Names): Following => ({
  row: ({ data }) => replacedKey(data['applies'], ['applies'], names),
  expression: () => ({ reference: (reference) => (reference.of === 'profile' && reference.name === names.from ? names.to : undefined) }),
})

/** Codes of nodes and questions that a scale or a list answers. */
const answeredBy = (desk: Desk, field: 'scale' | 'list', name: string | undefined): ReadonlySet<string> =>
  new Set(
    [...desk.rows.values()]
      .filter(({ data }) => name !== undefined && (data[field] === name || (field === 'scale' && data['rating'] === name)))
      .map(({ code }) => code),
  )

const ofValue = (desk: Desk, { scale, names }: { readonly scale: string | undefined; readonly value: Key | undefined; readonly names: Names }): Following => {
  const answered = answeredBy(desk, 'scale', scale)
  // Questions give their node the levels of their scale.
  const nodes = new Set([...desk.rows.values()].filter(({ code }) => answered.has(code)).map(({ row, code, node }) => (row === 'node' ? code : node)))
  return {
    row: ({ row, code, data }) =>
      row === 'node' && nodes.has(code)
        ? [...replacedKey(data['levelTexts'], ['levelTexts'], names), ...each(data['evidence'], ['evidence'], named('fromLevel', names))]
        : [],
    expression: () => ({ literal: (value, against) => (against.of === 'answer' && answered.has(against.name) && value === names.from ? names.to : undefined) }),
  }
}

const ofOption = (desk: Desk, { list, names }: { readonly list: string | undefined; readonly names: Names }): Following => {
  const answered = answeredBy(desk, 'list', list)
  const fields = new Set(
    items(desk.parts.get('profileFields')?.value).flatMap((field) => {
      const code = member(field, 'code')
      return member(field, 'list') === list && typeof code === 'string' ? [code] : []
    }),
  )
  const spokes = items(member(desk.parts.get('presentation')?.value, 'axes')).flatMap((axis) => {
    const key = member(axis, 'value')
    return member(axis, 'list') === list && member(axis, 'by') === 'tag' && typeof key === 'string' ? [key] : []
  })
  return {
    row: ({ data }) => [
      ...[...fields].flatMap((field) => replacedIn(member(data['applies'], field), ['applies', field], names)),
      ...spokes.flatMap((key) => replacedIn(data['tags'], ['tags'], { from: `${key}:${names.from}`, to: `${key}:${names.to}` })),
    ],
    part: (name, value) =>
      name === 'lists'
        ? each(value, [], (each_, path) => (member(each_, 'code') === list ? each(member(each_, 'options'), [...path, 'options'], named('parent', names)) : []))
        : [],
    expression: () => ({
      literal: (value, against) => {
        const isOfList = (against.of === 'profile' && fields.has(against.name)) || (against.of === 'answer' && answered.has(against.name))
        return isOfList && value === names.from ? names.to : undefined
      },
    }),
  }
}
