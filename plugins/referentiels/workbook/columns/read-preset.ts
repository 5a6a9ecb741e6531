import { failure, ok, type Result } from '../../engine/result.ts'
import { readText } from '../../source/read-text.ts'
import type { TextFile } from '../../source/read-text.ts'
import { type ColumnPreset, columnPreset } from './preset.schema.ts'

/** A preset from its YAML or JSON file, or the place of the first thing that is wrong with it. */
export const readPreset = (file: TextFile): Result<ColumnPreset, string> => {
  const source = readText(file)
  const [first] = source.findings
  if (!('value' in source) || first) return failure(first === undefined ? '' : `${first.line ?? 1}:${first.column} ${first.message}`)
  const parsed = columnPreset.safeParse(source.value)
  if (parsed.success) return ok(parsed.data)
  const [issue] = parsed.error.issues
  return failure(`/${(issue?.path ?? []).map(String).join('/')}`)
}
