'use client'

import { isCode } from '../contract/changes.ts'
import { studioTexts } from '../../texts/studio/studio.ts'
import { useStudio, useView } from '../client/studio-context.ts'
import type { StudioView } from '../client/studio-store.ts'
import { readText } from '../fields/facts.ts'
import { FieldFrame } from '../fields/field-frame.tsx'
import { fieldId, useFacts } from '../fields/field-place.ts'
import fields from '../fields/fields.module.css'
import { useTyped } from '../fields/use-typed.ts'
import type { Row } from '../model/draft.ts'

const draftOf = ({ draft }: StudioView) => draft

/** The code of an element or a question: the server takes along everything that cites it. */
export function CodeField({ row, of }: { readonly row: Row; readonly of: string }) {
  const { store } = useStudio()
  const [shown, type] = useTyped(row.code, () => row.code)
  const code = shown.trim()
  const { rows } = useView(draftOf)
  const { language } = useFacts()
  const holder = code === row.code ? undefined : [...rows.values()].find((other) => other.code === code)
  const error =
    code !== '' && !isCode(code)
      ? studioTexts.sheet.codeInvalid
      : holder && studioTexts.sheet.codeTaken(readText(holder.data['title'] ?? holder.data['prompt'], language) || holder.code)
  const id = fieldId({ target: { row: row.id }, path: ['code'] })
  const keep = (): void => {
    if (code === row.code || code === '' || error !== undefined) type(code === '' ? row.code : shown)
    else store.edit({ changes: [{ kind: 'rename', row: row.id, code, base: row.revision }], label: studioTexts.labels.code(of) })
  }
  return (
    <FieldFrame {...{ id, error }} label={studioTexts.sheet.code} hint={studioTexts.sheet.codeHint} width="half">
      <input
        id={id}
        type="text"
        className={`${fields.input} ${fields.code}`}
        value={shown}
        spellCheck={false}
        aria-invalid={error !== undefined || undefined}
        aria-describedby={`${id}:aide${error === undefined ? '' : ` ${id}:constat`}`}
        onChange={({ target }) => type(target.value)}
        onBlur={keep}
        onKeyDown={(event) => {
          if (event.key === 'Enter') keep()
          if (event.key === 'Escape') type(row.code)
        }}
      />
    </FieldFrame>
  )
}
