'use client'

import { useId } from 'react'

import { studioTexts } from '../../texts/studio/studio.ts'
import type { ConditionLine, LineTest } from '../model/condition.rules.ts'
import { lineTests } from '../model/condition.rules.ts'
import { IconButton } from '../ui/button.tsx'
import { useView } from '../client/studio-context.ts'
import type { StudioView } from '../client/studio-store.ts'
import type { Comparable } from './answerable.ts'
import { answerableNamed, answerablesLike } from './answerable.ts'
import { Boxes } from './choice-inputs.tsx'
import { closest, outlineOfView } from './draft-inputs.tsx'
import type { Facts, Option } from './facts.ts'
import { useFacts } from './field-place.ts'
import styles from './fields.module.css'
import { comparableOf, lineOfAnswer, lineOfProfile } from './start-line.ts'
import { useTyped } from './use-typed.ts'

const texts = studioTexts.conditions

type Keep = (line: ConditionLine, isTyped?: boolean) => void

/** The comparisons that make sense for what is compared. */
const testsFor = (line: ConditionLine, field: Comparable | undefined): readonly LineTest[] => {
  const own: readonly LineTest[] =
    field === undefined || field.type === 'other'
      ? lineTests
      : field.type === 'number'
        ? ['is', 'isNot', 'atLeast', 'atMost', 'moreThan', 'lessThan', 'answered', 'notAnswered']
        : field.type === 'boolean'
          ? ['is', 'answered', 'notAnswered']
          : ['among', 'notAmong', 'is', 'isNot', 'answered', 'notAnswered']
  return own.includes(line.test) ? own : [...own, line.test]
}

const isMany = (test: LineTest): boolean => test === 'among' || test === 'notAmong'
const isBare = (test: LineTest): boolean => test === 'answered' || test === 'notAnswered'

/** The line with another comparison, its values as that one takes them. */
const withTest = (line: ConditionLine, test: LineTest): ConditionLine => {
  const values = isBare(test) ? [] : isMany(test) ? line.values : line.values.slice(0, 1)
  return { ...line, test, values: !isBare(test) && !isMany(test) && values.length === 0 ? [''] : values }
}

const draftOf = ({ draft }: StudioView) => draft

/** « Publics · est parmi · Personnes âgées, Personnes handicapées ». */
export function ConditionLineFields({ line, onChange, onRemove }: { readonly line: ConditionLine; readonly onChange: Keep; readonly onRemove: () => void }) {
  const facts = useFacts()
  const { rows } = useView(draftOf)
  const profile = line.of === 'profile' ? facts.profile.find(({ value }) => value === line.name) : undefined
  const asked = line.of === 'answer' ? answerableNamed(rows, line.name, facts) : null
  const field = profile === undefined ? (asked ?? undefined) : comparableOf(profile)
  const title = profile?.label ?? (asked?.label || line.name)
  return (
    <div className={styles.condition} role="group" aria-label={`${title} ${texts.tests[line.test]}`}>
      <What {...{ line, facts, onChange }} />
      <select className={styles.input} aria-label={texts.test} value={line.test} onChange={({ target }) => {
        const test = lineTests.find((each) => each === target.value)
        if (test !== undefined) onChange(withTest(line, test))
      }}>
        {testsFor(line, field).map((test) => <option key={test} value={test}>{texts.tests[test]}</option>)}
      </select>
      <Values {...{ line, field, onChange }} />
      {asked === null || asked.label === '' ? null : <p className={styles.hint}>{asked.label}</p>}
      <IconButton icon="x" label={texts.remove(title)} onClick={onRemove} />
    </div>
  )
}

function What({ line, facts, onChange }: { readonly line: ConditionLine; readonly facts: Facts; readonly onChange: Keep }) {
  const { rows } = useView(draftOf)
  const isKnown = line.of !== 'profile' || facts.profile.some(({ value }) => value === line.name)
  return (
    <>
      <select
        className={styles.input}
        aria-label={texts.what}
        value={line.of === 'profile' ? `profile:${line.name}` : line.of}
        onChange={({ target }) => {
          const field = facts.profile.find(({ value }) => `profile:${value}` === target.value)
          if (field !== undefined) onChange(lineOfProfile(field))
          else if (target.value === 'score') onChange({ of: 'score', name: line.name, test: 'atLeast', values: [1] })
          else if (target.value === 'answer') onChange(lineOfAnswer(answerablesLike(rows, '', facts)[0]?.value ?? line.name, null))
        }}
      >
        <optgroup label={texts.profile}>
          {isKnown ? null : <option value={`profile:${line.name}`}>{studioTexts.sheet.unknown(line.name)}</option>}
          {facts.profile.map(({ value, label }) => <option key={value} value={`profile:${value}`}>{label}</option>)}
        </optgroup>
        <option value="answer">{texts.answers}</option>
        <option value="score">{texts.scores}</option>
        {line.of === 'met' ? <option value="met">{texts.scores}</option> : null}
      </select>
      {line.of === 'answer' ? <AnswerOf name={line.name} onLine={onChange} /> : line.of === 'profile' ? null : <ElementOf name={line.name} onName={(name) => onChange({ ...line, name })} />}
    </>
  )
}

/** What is answered: its kind says what it can be compared with. */
function AnswerOf({ name, onLine }: { readonly name: string; readonly onLine: Keep }) {
  const facts = useFacts()
  const { rows } = useView(draftOf)
  const take = (code: string): void => onLine(lineOfAnswer(code, answerableNamed(rows, code, facts)))
  return <CodeOf name={name} label={texts.answerOf} onName={take} optionsFor={(typed) => answerablesLike(rows, typed, facts)} isKnown={(code) => answerableNamed(rows, code, facts) !== null} />
}

/** What has a score. */
function ElementOf({ name, onName }: { readonly name: string; readonly onName: (name: string) => void }) {
  const { language } = useFacts()
  const outline = useView(outlineOfView)
  const optionsFor = (typed: string): readonly Option[] => closest(outline.byCode, typed, language).map(({ code, title }) => ({ value: code, label: title }))
  return <CodeOf {...{ name, onName, optionsFor }} label={texts.scoreOf} isKnown={(code) => outline.byCode.has(code)} />
}

const codePattern = /^[\p{L}\p{N}][\p{L}\p{N}._-]*$/u

/** The code of something that there is: chosen from a list it is taken at once, typed when one leaves. */
function CodeOf({ name, label, onName, optionsFor, isKnown }: {
  readonly name: string
  readonly label: string
  readonly onName: (name: string) => void
  readonly optionsFor: (typed: string) => readonly Option[]
  readonly isKnown: (code: string) => boolean
}) {
  const id = useId()
  const [shown, type] = useTyped(name, () => name)
  const options = optionsFor(shown)
  return (
    <>
      <input
        type="text"
        list={id}
        className={`${styles.input} ${styles.code}`}
        aria-label={label}
        value={shown}
        autoComplete="off"
        spellCheck={false}
        placeholder={texts.search}
        onChange={({ target, nativeEvent }) => {
          type(target.value)
          const isChosen = !(nativeEvent instanceof InputEvent) || nativeEvent.inputType === 'insertReplacementText'
          if (isChosen && target.value !== name && isKnown(target.value)) onName(target.value)
        }}
        onBlur={() => {
          // Words that only one has mean that one.
          const [only, other] = options
          const meant = !isKnown(shown) && only !== undefined && other === undefined ? only.value : shown
          if (codePattern.test(meant) && meant !== name) onName(meant)
          else type(name)
        }}
      />
      <datalist id={id}>{options.map(({ value, label: title }) => <option key={value} value={value}>{title}</option>)}</datalist>
    </>
  )
}

function Values({ line, field, onChange }: { readonly line: ConditionLine; readonly field: Comparable | undefined; readonly onChange: Keep }) {
  const id = useId()
  const [value = ''] = line.values
  const [shown, type] = useTyped(line.values.map(String).join(' ; '), (text) => typedValues(text, line.test).map(String).join(' ; '))
  if (isBare(line.test)) return null
  if (field?.type === 'boolean') {
    return (
      <select className={styles.input} aria-label={texts.value} value={value === true ? 'yes' : 'no'} onChange={({ target }) => onChange({ ...line, values: [target.value === 'yes'] })}>
        <option value="yes">{studioTexts.sheet.yes}</option>
        <option value="no">{studioTexts.sheet.no}</option>
      </select>
    )
  }
  if (field !== undefined && field.options.length > 0) {
    return isMany(line.test) ? (
      <Boxes
        name={id}
        options={field.options}
        chosen={line.values.map(String)}
        // A condition compares with something: the last value stays.
        onChoose={(chosen) => chosen.length > 0 && onChange({ ...line, values: chosen })}
      />
    ) : (
      <select className={styles.input} aria-label={texts.value} value={String(value)} onChange={({ target }) => onChange({ ...line, values: [target.value] })}>
        {field.options.some((option) => option.value === value) ? null : <option value={String(value)}>{String(value)}</option>}
        {field.options.map((option) => <option key={option.value} value={option.value}>{option.label}</option>)}
      </select>
    )
  }
  return (
    <input
      type="text"
      className={styles.input}
      aria-label={texts.value}
      value={shown}
      onChange={({ target }) => {
        type(target.value)
        const values = typedValues(target.value, line.test)
        if (values.length > 0) onChange({ ...line, values }, true)
      }}
    />
  )
}

/** « 3,5 » is a number, « oui » a yes, anything else a word. */
const typedValue = (text: string): string | number | boolean => {
  const plain = text.trim()
  if (/^-?\d+([.,]\d+)?$/.test(plain)) return Number(plain.replace(',', '.'))
  if (plain === 'oui' || plain === 'true') return true
  return plain === 'non' || plain === 'false' ? false : plain
}

const typedValues = (text: string, test: LineTest): ConditionLine['values'] =>
  (isMany(test) ? text.split(';') : [text]).filter((each) => each.trim() !== '').map(typedValue)
