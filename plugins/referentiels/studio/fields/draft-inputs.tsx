'use client'

import { useMemo, useState } from 'react'

import { studioTexts } from '../../texts/studio/studio.ts'
import { useView } from '../client/studio-context.ts'
import type { StudioView } from '../client/studio-store.ts'
import { withoutAccents } from '../model/without-accents.ts'
import { isBlock } from '../paths.ts'
import { Boxes } from './choice-inputs.tsx'
import { readText } from './facts.ts'
import { describedBy, FieldFrame, GroupFrame, useError } from './field-frame.tsx'
import { below, fieldId, useFacts, useWrite } from './field-place.ts'
import styles from './fields.module.css'
import type { InputProps } from './text-inputs.tsx'
import { LinesInput, TextInput } from './text-inputs.tsx'
import { useTyped } from './use-typed.ts'

export const outlineOfView = ({ outline }: StudioView) => outline

/** The code of an element of the plan, with its title under it. */
export function NodeInput({ place, label, hint, width, value }: InputProps) {
  const outline = useView(outlineOfView)
  const { language } = useFacts()
  const write = useWrite(place, label)
  const error = useError(place)
  const id = fieldId(place)
  const outside = typeof value === 'string' ? value : ''
  const [shown, type] = useTyped(outside, () => outside)
  const node = outline.byCode.get(shown)
  const told = error ?? (shown !== '' && node === undefined ? studioTexts.sheet.nodeUnknown : undefined)
  return (
    <FieldFrame {...{ id, label, width }} error={told} hint={node === undefined ? hint : readText(node.data['title'], language)}>
      <input
        id={id}
        type="text"
        list={`${id}:liste`}
        className={`${styles.input} ${styles.code}`}
        value={shown}
        autoComplete="off"
        spellCheck={false}
        aria-describedby={describedBy(id, { hint: hint !== undefined || node !== undefined, error: told !== undefined })}
        aria-invalid={told !== undefined || undefined}
        onChange={({ target }) => type(target.value)}
        onBlur={() => (shown.trim() === outside ? type(outside) : write(shown.trim() === '' ? undefined : shown.trim()))}
      />
      <datalist id={`${id}:liste`}>
        {closest(outline.byCode, shown, language).map(({ code, title }) => <option key={code} value={code}>{title}</option>)}
      </datalist>
    </FieldFrame>
  )
}

/** The elements that begin like what is typed: a list of thousands helps nobody. */
export const closest = (byCode: StudioView['outline']['byCode'], typed: string, language: string) => {
  const wanted = withoutAccents(typed)
  const found: { readonly code: string; readonly title: string }[] = []
  for (const { code, data } of byCode.values()) {
    const title = readText(data['title'], language)
    if (withoutAccents(code).startsWith(wanted) || withoutAccents(title).includes(wanted)) found.push({ code, title })
    if (found.length === 40) break
  }
  return found
}

/** Finds an element among those that are not taken yet: chosen from the list, or typed and Enter. */
function AddNode({ id, taken, onAdd }: { readonly id: string; readonly taken: readonly unknown[]; readonly onAdd: (code: string) => void }) {
  const outline = useView(outlineOfView)
  const { language } = useFacts()
  const [typed, setTyped] = useState('')
  const options = closest(outline.byCode, typed, language).filter(({ code }) => !taken.includes(code))
  const take = (code: string): void => {
    setTyped('')
    onAdd(code)
  }
  return (
    <FieldFrame id={id} label={studioTexts.sheet.addNode}>
      <input
        id={id}
        type="text"
        list={`${id}:liste`}
        className={styles.input}
        value={typed}
        autoComplete="off"
        spellCheck={false}
        onChange={({ target, nativeEvent }) => {
          const isChosen = !(nativeEvent instanceof InputEvent) || nativeEvent.inputType === 'insertReplacementText'
          if (isChosen && outline.byCode.has(target.value)) take(target.value)
          else setTyped(target.value)
        }}
        onKeyDown={(event) => {
          const [first] = options
          const meant = options.find(({ code }) => code === typed.trim()) ?? first
          if (event.key === 'Enter' && typed.trim() !== '' && meant !== undefined) take(meant.code)
        }}
      />
      <datalist id={`${id}:liste`}>{options.map(({ code, title }) => <option key={code} value={code}>{title}</option>)}</datalist>
    </FieldFrame>
  )
}

/** Codes of the plan, one by line, each with its title. */
export function NodesInput({ place, label, hint, value }: InputProps) {
  const outline = useView(outlineOfView)
  const { language } = useFacts()
  const write = useWrite(place, label)
  const codes: readonly unknown[] = Array.isArray(value) ? value : []
  const known = codes.map((code) => outline.byCode.get(String(code)))
  return (
    <>
      <LinesInput {...{ place, label, value }} hint={hint ?? studioTexts.sheet.nodesHint} isCode />
      <AddNode id={`${fieldId(place)}:ajout`} taken={codes} onAdd={(code) => write([...codes, code])} />
      {known.some((node) => node !== undefined) ? (
        <ul className={styles.titles} tabIndex={0} aria-label={label}>
          {known.slice(0, 60).map((node, index) => (
            <li key={`${String(codes[index])}:${index}`}>
              <span className={styles.code}>{String(codes[index])}</span> {node === undefined ? studioTexts.sheet.nodeUnknown : readText(node.data['title'], language)}
            </li>
          ))}
        </ul>
      ) : null}
    </>
  )
}

/** One text for each value of the scale that the element is rated with. */
export function LevelTextsInput({ place, label, hint, value, rating }: InputProps & { readonly rating: unknown }) {
  const { scales } = useFacts()
  const error = useError(place)
  const scale = scales.find((each) => each.value === rating)
  const texts = isBlock(value) ? value : {}
  const values = scale?.values ?? []
  const rest = Object.keys(texts).filter((code) => !values.some((each) => each.value === code))
  if (values.length + rest.length === 0) return null
  return (
    <GroupFrame id={fieldId(place)} {...{ label, hint, error }}>
      {values.map((each) => (
        <TextInput
          key={each.value}
          place={below(place, each.value)}
          label={studioTexts.sheet.level(each.value, each.label)}
          value={texts[each.value]}
          lines={2}
        />
      ))}
      {rest.map((code) => <TextInput key={code} place={below(place, code)} label={studioTexts.sheet.unknown(code)} value={texts[code]} lines={2} />)}
    </GroupFrame>
  )
}

/** For which profiles: of each field of the profile that offers choices, the ones that are concerned. */
export function AppliesInput({ place, label, hint, value }: InputProps) {
  const { profile } = useFacts()
  const error = useError(place)
  const chosen = isBlock(value) ? value : {}
  const fields = profile.filter(({ value: code, options }) => options.length > 0 || Object.hasOwn(chosen, code))
  if (fields.length === 0) return null
  return (
    <GroupFrame id={fieldId(place)} {...{ label, error }} hint={hint ?? (Object.keys(chosen).length === 0 ? studioTexts.sheet.everybody : undefined)}>
      {fields.map((field) => (
        <AppliesField key={field.value} place={below(place, field.value)} label={field.label} value={chosen[field.value]} options={field.options} isLast={Object.keys(chosen).length === 1} />
      ))}
    </GroupFrame>
  )
}

function AppliesField({ place, label, value, options, isLast }: InputProps & { readonly options: ReturnType<typeof useFacts>['profile'][number]['options']; readonly isLast: boolean }) {
  const above = useMemo(() => ({ ...place, path: place.path.slice(0, -1) }), [place])
  const write = useWrite(place, label)
  const writeAll = useWrite(above, label)
  const chosen: readonly unknown[] = Array.isArray(value) ? value : []
  return (
    <fieldset className={styles.group} id={fieldId(place)} tabIndex={-1}>
      <legend className={styles.sublabel}>{label}</legend>
      <Boxes
        name={fieldId(place)}
        options={options}
        chosen={chosen.map(String)}
        onChoose={(next) => {
          if (next.length > 0) write(next)
          // Nothing is asked of the profile any more: the field goes, an empty block would mean the same.
          else if (isLast) writeAll(undefined)
          else write(undefined)
        }}
      />
    </fieldset>
  )
}

/** Easy-to-read words: for everybody, or one text by audience where the document has some. */
export function PlainPromptInput({ place, label, hint, value }: InputProps) {
  const byAudience = isBlock(value) ? value['byAudience'] : undefined
  if (!isBlock(byAudience)) return <TextInput {...{ place, label, hint, value }} lines={2} />
  return (
    <GroupFrame id={fieldId(place)} {...{ label, hint }}>
      {Object.entries(byAudience).map(([audience, text]) => (
        <TextInput key={audience} place={below(place, 'byAudience', audience)} label={audience} value={text} lines={2} />
      ))}
    </GroupFrame>
  )
}
