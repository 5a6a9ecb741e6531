'use client'

import { useState } from 'react'

import { entryTexts } from '#texts/saisie.ts'
import { SelectField } from '#ui/form/select-field.tsx'
import { TextField } from '#ui/form/text-field.tsx'

import { choiceDelay, typingDelay } from '../saving/use-saver.ts'
import type { ControlProps } from './control.tsx'
import styles from './entry.module.css'

/** A number as one types it in French: « 1 250,5 ». Null for anything else. */
const parseNumber = (text: string): number | null => {
  const plain = text.replaceAll(/[\s\u00a0\u202f]/g, '').replace(',', '.').replace('−', '-')
  return /^-?\d+(\.\d+)?$/.test(plain) ? Number(plain) : null
}

const written = (value: number | null): string => (value === null ? '' : String(value).replace('.', ','))

/** A number, a percentage or a year, with its unit; where several units are offered, the answer holds the chosen one. */
export function NumberControl({ field, name, label, value, isReadOnly, error, onChange, onLeave }: ControlProps) {
  const hasUnits = field.unitChoices.length > 0
  const quantity = typeof value === 'object' && value !== null && 'amount' in value ? value : null
  const amount = typeof value === 'number' ? value : quantity === null ? null : Number(quantity.amount)
  const unit = quantity === null ? (field.unitChoices[0] ?? '') : String(quantity.unit)
  // What is being typed may not be a number yet: « 12, ».
  const [typing, setTyping] = useState<string | null>(null)
  const text = typing ?? written(amount)
  const isUnreadable = typing !== null && typing !== '' && parseNumber(typing) === null
  const give = (next: number | null, chosen: string, delay: number) =>
    onChange(next === null ? null : hasUnits ? { amount: next, unit: chosen } : next, delay)
  const shownUnit = field.type === 'percent' ? '%' : field.unit
  return (
    <div className={styles.figure}>
      <TextField
        name={name}
        label={shownUnit === null || hasUnits ? label : `${label} (${shownUnit})`}
        hint={field.help ?? undefined}
        error={isUnreadable ? entryTexts.number : error}
        short
        inputMode={field.type === 'year' ? 'numeric' : 'decimal'}
        autoComplete="off"
        readOnly={isReadOnly}
        value={text}
        onChange={(event) => {
          setTyping(event.target.value)
          const read = parseNumber(event.target.value)
          if (event.target.value === '' || read !== null) give(read, unit, typingDelay)
        }}
        onBlur={() => {
          if (!isUnreadable) setTyping(null)
          onLeave()
        }}
      />
      {hasUnits ? (
        <SelectField
          name={`${name}-unite`}
          label={entryTexts.unit}
          options={field.unitChoices.map((choice) => ({ value: choice, label: choice }))}
          value={unit}
          disabled={isReadOnly}
          onChange={(event) => give(amount, event.target.value, choiceDelay)}
        />
      ) : null}
    </div>
  )
}
