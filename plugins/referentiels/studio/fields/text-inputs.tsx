'use client'

import { studioTexts } from '../../texts/studio/studio.ts'
import { isBlock } from '../paths.ts'
import { describedBy, FieldFrame, GroupFrame, useError } from './field-frame.tsx'
import type { FieldPlace } from './field-place.ts'
import { below, fieldId, useFacts, useWrite } from './field-place.ts'
import styles from './fields.module.css'
import { readText } from './facts.ts'
import { useTyped } from './use-typed.ts'

export type InputProps = {
  readonly place: FieldPlace
  readonly label: string
  readonly hint?: string | undefined
  readonly width?: 'half' | 'third' | 'most' | undefined
  readonly value: unknown
}

const orNothing = (text: string): string | undefined => (text === '' ? undefined : text)

type AreaProps = {
  readonly id: string
  readonly lines: number
  readonly value: string
  readonly lang?: string | undefined
  readonly described: string | undefined
  readonly isWrong: boolean
  readonly onText: (text: string) => void
}

function Area({ id, lines, value, lang, described, isWrong, onText }: AreaProps) {
  const common = { id, value, lang, 'className': styles.input, 'aria-describedby': described, 'aria-invalid': isWrong || undefined }
  return lines === 1 ? (
    <input {...common} type="text" onChange={({ target }) => onText(target.value)} />
  ) : (
    <textarea {...common} rows={lines} onChange={({ target }) => onText(target.value)} />
  )
}

const languageNames = new Intl.DisplayNames(['fr'], { type: 'language' })

const languageName = (code: string): string => {
  try {
    return languageNames.of(code) ?? code
  } catch {
    return code
  }
}

/** A text of the référentiel: one field, or one by language. */
export function TextInput({ place, label, hint, width, value, lines = 1 }: InputProps & { readonly lines?: number }) {
  const { language, languages } = useFacts()
  const write = useWrite(place, label)
  const error = useError(place)
  const id = fieldId(place)
  const isMany = isBlock(value) || languages.length > 1
  if (!isMany) {
    return (
      <FieldFrame {...{ id, label, hint, error, width }}>
        <Area
          {...{ id, lines }}
          value={readText(value, language)}
          described={describedBy(id, { hint: hint !== undefined, error: error !== undefined })}
          isWrong={error !== undefined}
          onText={(text) => write(orNothing(text), { isTyped: true })}
        />
      </FieldFrame>
    )
  }
  const known = isBlock(value) ? value : typeof value === 'string' ? { [language]: value } : {}
  const codes = [...new Set([...languages, ...Object.keys(known)])]
  const keep = (code: string, text: string): void => {
    // In the main language alone, a text is a word and not a block.
    const next = Object.fromEntries(Object.entries({ ...known, [code]: text }).filter(([, each]) => each !== ''))
    const [only, ...others] = Object.entries(next)
    if (only === undefined) write(undefined, { isTyped: true })
    else write(others.length === 0 && only[0] === language ? only[1] : next, { isTyped: true })
  }
  return (
    <GroupFrame {...{ id, label, hint, error }}>
      {codes.map((code) => {
        const own = fieldId(below(place, code))
        return (
          <FieldFrame key={code} id={own} label={studioTexts.sheet.languages(label, languageName(code))}>
            <Area id={own} lines={lines} lang={code} value={readText(known[code], code)} described={undefined} isWrong={false} onText={(text) => keep(code, text)} />
          </FieldFrame>
        )
      })}
    </GroupFrame>
  )
}

type OneLine = InputProps & { readonly type: 'text' | 'date' }

function OneLineInput({ type, place, label, hint, width, value }: OneLine) {
  const write = useWrite(place, label)
  const error = useError(place)
  const id = fieldId(place)
  return (
    <FieldFrame {...{ id, label, hint, error, width }}>
      <input
        id={id}
        type={type}
        className={styles.input}
        value={typeof value === 'string' ? value : ''}
        aria-describedby={describedBy(id, { hint: hint !== undefined, error: error !== undefined })}
        aria-invalid={error !== undefined || undefined}
        onChange={({ target }) => write(orNothing(target.value), { isTyped: true })}
      />
    </FieldFrame>
  )
}

/** A word that is no text of a language: a number, an address, a unit. */
export function WordInput(props: InputProps) {
  return <OneLineInput {...props} type="text" />
}

export function DayInput(props: InputProps) {
  return <OneLineInput {...props} type="date" />
}

/** A word that names something: written when one leaves the field, since what cites it follows. */
export function NameInput({ place, label, hint, width, value }: InputProps) {
  const write = useWrite(place, label)
  const error = useError(place)
  const id = fieldId(place)
  const outside = typeof value === 'string' ? value : ''
  const [shown, type] = useTyped(outside, () => outside)
  const keep = (): void => {
    if (shown.trim() !== '' && shown.trim() !== outside) write(shown.trim())
    else type(outside)
  }
  return (
    <FieldFrame {...{ id, label, hint, error, width }}>
      <input
        id={id}
        type="text"
        className={`${styles.input} ${styles.code}`}
        value={shown}
        spellCheck={false}
        aria-describedby={describedBy(id, { hint: hint !== undefined, error: error !== undefined })}
        aria-invalid={error !== undefined || undefined}
        onChange={({ target }) => type(target.value)}
        onBlur={keep}
        onKeyDown={(event) => {
          if (event.key === 'Enter') keep()
          if (event.key === 'Escape') type(outside)
        }}
      />
    </FieldFrame>
  )
}

/** « 3,5 » and « 3.5 »; undefined where it is no number. */
const readNumber = (text: string): number | undefined => {
  const plain = text.trim().replace(',', '.')
  return /^[-−]?\d+(\.\d*)?$/.test(plain) ? Number(plain.replace('−', '-')) : undefined
}

const writeNumber = (value: unknown): string => (typeof value === 'number' ? String(value).replace('.', ',') : '')

/** How a value is written and read back; `undefined` where the text is none. */
type Form = { readonly read: (text: string) => number | readonly number[] | undefined; readonly write: (value: unknown) => string; readonly wrong: string }

const numberForm: Form = { read: readNumber, write: writeNumber, wrong: studioTexts.sheet.number }

/** « 1 à 4 »: the lowest and the highest. */
const rangeForm: Form = {
  read: (text) => {
    const ends = text.split(/\s+à\s+/).map(readNumber)
    return ends.length === 2 && ends.every((end) => end !== undefined) ? ends : undefined
  },
  write: (value) => (Array.isArray(value) ? value.map(writeNumber).join(' à ') : ''),
  wrong: studioTexts.sheet.range,
}

function FormInput({ place, label, hint, width, value, form, empty }: InputProps & { readonly form: Form; readonly empty: null | undefined }) {
  const write = useWrite(place, label)
  const error = useError(place)
  const id = fieldId(place)
  const outside = form.write(value)
  const [shown, type] = useTyped(outside, (text) => {
    const read = form.read(text)
    return read === undefined ? (text.trim() === '' ? '' : outside) : form.write(read)
  })
  const isStrange = shown.trim() !== '' && form.read(shown) === undefined
  const told = isStrange ? form.wrong : error
  return (
    <FieldFrame {...{ id, label, hint, error: told, width }}>
      <input
        id={id}
        type="text"
        inputMode={form === numberForm ? 'decimal' : 'text'}
        className={styles.input}
        value={shown}
        aria-describedby={describedBy(id, { hint: hint !== undefined, error: told !== undefined })}
        aria-invalid={told !== undefined || undefined}
        onChange={({ target }) => {
          const read = form.read(target.value)
          type(target.value)
          if (read !== undefined) write(read, { isTyped: true })
          else if (target.value.trim() === '') write(empty, { isTyped: true })
        }}
      />
    </FieldFrame>
  )
}

export function NumberInput({ isNullable = false, ...props }: InputProps & { readonly isNullable?: boolean }) {
  return <FormInput {...props} form={numberForm} empty={isNullable ? null : undefined} />
}

/** Two numbers, from the lowest to the highest. */
export function RangeInput(props: InputProps) {
  return <FormInput {...props} form={rangeForm} empty={undefined} />
}

const lineOf = (item: unknown): string => (typeof item === 'string' ? item : '')

/** Texts or words, one by line. */
export function LinesInput({ place, label, hint, value, isCode = false }: InputProps & { readonly isCode?: boolean }) {
  const write = useWrite(place, label)
  const error = useError(place)
  const id = fieldId(place)
  const items: readonly unknown[] = Array.isArray(value) ? value : []
  const linesIn = (text: string): readonly string[] => text.split('\n').map((line) => (isCode ? line.trim() : line)).filter((line) => line.trim() !== '')
  const [shown, type] = useTyped(items.map(lineOf).join('\n'), (text) => linesIn(text).join('\n'))
  return (
    <FieldFrame {...{ id, label, hint, error }}>
      <textarea
        id={id}
        className={`${styles.input} ${isCode ? styles.code : ''}`}
        rows={Math.min(12, Math.max(2, shown.split('\n').length))}
        value={shown}
        spellCheck={!isCode}
        aria-describedby={describedBy(id, { hint: hint !== undefined, error: error !== undefined })}
        aria-invalid={error !== undefined || undefined}
        onChange={({ target }) => {
          type(target.value)
          const lines = linesIn(target.value)
          write(lines.length === 0 ? undefined : lines, { isTyped: true })
        }}
      />
    </FieldFrame>
  )
}

/** Texts in several languages, or of several lines, are edited one by one. */
export function TextLinesInput(props: InputProps) {
  const items: readonly unknown[] = Array.isArray(props.value) ? props.value : []
  const isPlain = items.every((item) => typeof item === 'string' && !item.includes('\n'))
  return isPlain ? <LinesInput {...props} /> : <TextItems {...props} items={items} />
}

function TextItems({ place, label, hint, items }: InputProps & { readonly items: readonly unknown[] }) {
  const error = useError(place)
  return (
    <GroupFrame id={fieldId(place)} {...{ label, hint, error }}>
      {items.map((item, index) => (
        <TextInput key={index} place={below(place, index)} label={`${label} ${index + 1}`} value={item} lines={2} />
      ))}
    </GroupFrame>
  )
}

/** Old value → new value, one by line; nothing after the arrow: null. */
export function ValueMapInput({ place, label, hint, value }: InputProps) {
  const write = useWrite(place, label)
  const error = useError(place)
  const id = fieldId(place)
  const lineFor = ([from, to]: readonly [string, unknown]): string => `${from} → ${typeof to === 'string' ? to : ''}`.trim()
  const mapIn = (text: string): Readonly<Record<string, string | null>> =>
    Object.fromEntries(
      text.split('\n').flatMap((line) => {
        const [from = '', to = ''] = line.split(/→|->|=/).map((side) => side.trim())
        return from === '' ? [] : [[from, to === '' ? null : to]]
      }),
    )
  const [shown, type] = useTyped(isBlock(value) ? Object.entries(value).map(lineFor).join('\n') : '', (text) => Object.entries(mapIn(text)).map(lineFor).join('\n'))
  return (
    <FieldFrame {...{ id, label, hint, error }}>
      <textarea
        id={id}
        className={styles.input}
        rows={Math.max(3, shown.split('\n').length)}
        value={shown}
        aria-describedby={describedBy(id, { hint: hint !== undefined, error: error !== undefined })}
        onChange={({ target }) => {
          type(target.value)
          const map = mapIn(target.value)
          write(Object.keys(map).length === 0 ? undefined : map, { isTyped: true })
        }}
      />
    </FieldFrame>
  )
}
