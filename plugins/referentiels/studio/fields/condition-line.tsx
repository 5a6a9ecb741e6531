'use client'

import { useId } from 'react'

import { studioTexts } from '../../texts/studio/studio.ts'
import type { ConditionLine, LineTest } from '../model/condition.rules.ts'
import { lineTests } from '../model/condition.rules.ts'
import { IconButton } from '../ui/button.tsx'
import { Boxes } from './choice-inputs.tsx'
import type { Facts, ProfileFact } from './facts.ts'
import { useFacts } from './field-place.ts'
import styles from './fields.module.css'
import { useTyped } from './use-typed.ts'

const texts = studioTexts.conditions

type Keep = (line: ConditionLine, isTyped?: boolean) => void

/** The comparisons that make sense for what is compared. */
const testsFor = (line: ConditionLine, field: ProfileFact | undefined): readonly LineTest[] => {
  const own: readonly LineTest[] =
    field === undefined
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

const startOf = (field: ProfileFact): ConditionLine => {
  const of = { of: 'profile', name: field.value } as const
  if (field.type === 'number') return { ...of, test: 'atLeast', values: [1] }
  if (field.type === 'boolean') return { ...of, test: 'is', values: [true] }
  return { ...of, test: 'among', values: field.options.slice(0, 1).map(({ value }) => value) }
}

/** « Publics · est parmi · Personnes âgées, Personnes handicapées ». */
export function ConditionLineFields({ line, onChange, onRemove }: { readonly line: ConditionLine; readonly onChange: Keep; readonly onRemove: () => void }) {
  const facts = useFacts()
  const field = line.of === 'profile' ? facts.profile.find(({ value }) => value === line.name) : undefined
  const title = field?.label ?? line.name
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
      <IconButton icon="x" label={texts.remove(title)} onClick={onRemove} />
    </div>
  )
}

function What({ line, facts, onChange }: { readonly line: ConditionLine; readonly facts: Facts; readonly onChange: Keep }) {
  const isKnown = line.of !== 'profile' || facts.profile.some(({ value }) => value === line.name)
  return (
    <>
      <select
        className={styles.input}
        aria-label={texts.what}
        value={line.of === 'profile' ? `profile:${line.name}` : line.of}
        onChange={({ target }) => {
          const field = facts.profile.find(({ value }) => `profile:${value}` === target.value)
          if (field !== undefined) onChange(startOf(field))
          else if (target.value === 'score') onChange({ of: 'score', name: line.name, test: 'atLeast', values: [1] })
          else if (target.value === 'answer') onChange({ of: 'answer', name: line.name, test: 'answered', values: [] })
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
      {line.of === 'profile' ? null : <CodeOf name={line.name} onName={(name) => onChange({ ...line, name })} />}
    </>
  )
}

/** The code of a question or an element: it names something, so it is taken when one leaves. */
function CodeOf({ name, onName }: { readonly name: string; readonly onName: (name: string) => void }) {
  const [shown, type] = useTyped(name, () => name)
  return (
    <input
      type="text"
      className={`${styles.input} ${styles.code}`}
      aria-label={studioTexts.sheet.code}
      value={shown}
      spellCheck={false}
      onChange={({ target }) => type(target.value)}
      onBlur={() => {
        if (/^[\p{L}\p{N}][\p{L}\p{N}._-]*$/u.test(shown) && shown !== name) onName(shown)
        else type(name)
      }}
    />
  )
}

function Values({ line, field, onChange }: { readonly line: ConditionLine; readonly field: ProfileFact | undefined; readonly onChange: Keep }) {
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
