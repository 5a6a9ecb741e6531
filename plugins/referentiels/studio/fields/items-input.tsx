'use client'

import { useState } from 'react'
import type { ComponentType } from 'react'

import { choiceNames } from '../../texts/studio/choices.ts'
import { studioTexts } from '../../texts/studio/studio.ts'
import { useStudio } from '../client/studio-context.ts'
import { keysOf } from '../model/item-keys.rules.ts'
import type { KnownItem } from '../model/stable-items.rules.ts'
import { followItems } from '../model/stable-items.rules.ts'
import { isBlock } from '../paths.ts'
import { Button, IconButton } from '../ui/button.tsx'
import { Icon } from '../ui/icon.tsx'
import { readText } from './facts.ts'
import { knownOf } from './known.ts'
import { GroupFrame, useError } from './field-frame.tsx'
import type { FieldPlace } from './field-place.ts'
import { below, fieldId, useArrange, useFacts, useJumpTo, useWrite } from './field-place.ts'
import type { FieldSpec } from './field-spec.ts'
import styles from './fields.module.css'

type Block = Readonly<Record<string, unknown>>

type FieldsOf = ComponentType<{ readonly specs: readonly FieldSpec[]; readonly at: FieldPlace; readonly block: Block }>

/** Items that are drawn before one asks for more: a list of five hundred choices opens at once. */
const atFirst = 60

type ItemsProps = {
  readonly place: FieldPlace
  readonly label: string
  readonly hint?: string | undefined
  readonly value: unknown
  readonly spec: Extract<FieldSpec, { input: 'items' }>
  readonly Fields: FieldsOf
}

/** A list of things that have fields of their own: one fold each, to be opened, moved, taken out. */
export function ItemsInput({ place, label, hint, value, spec, Fields }: ItemsProps) {
  const write = useWrite(place, label)
  const arrange = useArrange(place, label)
  const error = useError(place)
  const facts = useFacts()
  const { store } = useStudio()
  const [fresh, setFresh] = useState<string | null>(null)
  const [most, setMost] = useState(atFirst)
  const jumped = useJumpTo(place) !== null
  const items: readonly unknown[] = Array.isArray(value) ? value : []
  const keys = keysOf(items, spec.place)
  const shown = jumped ? items : items.slice(0, most)
  const [known, setKnown] = useState<readonly KnownItem[]>([])
  const identities = followItems(known, keys.map(String), () => crypto.randomUUID())
  if (identities !== known) setKnown(identities)

  const add = (): void => {
    const item = spec.blank(keys.filter((key) => typeof key === 'string'), knownOf(facts, store.view().outline))
    const [key] = keysOf([item], spec.place).slice(-1)
    const isNamed = typeof key === 'string' && !keys.some((each) => typeof each === 'number')
    setFresh(isNamed ? key : String(items.length))
    if (isNamed) write(item, { path: [key] })
    else write([...items, item])
  }
  const move = (index: number, by: -1 | 1): void => {
    const other = items[index + by]
    if (other === undefined) return
    const swapped = (list: readonly unknown[]): readonly unknown[] => list.map((each, at) => (at === index ? list[index + by] : at === index + by ? list[index] : each))
    const names = keys.filter((key) => typeof key === 'string')
    if (names.length === keys.length) arrange(swapped(names).map(String))
    else write(swapped(items))
  }
  const remove = (index: number): void => {
    const key = keys[index]
    if (items.length === 1) write(undefined)
    else if (typeof key === 'string') write(undefined, { path: [key] })
    else write(items.filter((_, at) => at !== index))
  }

  return (
    <GroupFrame id={fieldId(place)} {...{ label, hint, error }}>
      <ul className={styles.items}>
        {shown.map((item, index) => {
          const key = keys[index] ?? index
          return (
            <Item
              key={identities[index]?.identity ?? String(key)}
              at={below(place, key)}
              item={isBlock(item) ? item : {}}
              {...{ spec, Fields }}
              startsOpen={fresh === String(key) || items.length === 1}
              onUp={index === 0 ? null : () => move(index, -1)}
              onDown={index === items.length - 1 ? null : () => move(index, 1)}
              onRemove={() => remove(index)}
            />
          )
        })}
      </ul>
      {shown.length < items.length ? (
        <Button look="quiet" onClick={() => setMost(most + 200)}>{studioTexts.checks.more(items.length - shown.length)}</Button>
      ) : null}
      <Button look="quiet" icon="plus" onClick={add}>{studioTexts.sheet.addItem}<span className={styles.hidden}> : {label}</span></Button>
    </GroupFrame>
  )
}

type ItemProps = {
  readonly at: FieldPlace
  readonly item: Block
  readonly spec: ItemsProps['spec']
  readonly Fields: FieldsOf
  readonly startsOpen: boolean
  readonly onUp: (() => void) | null
  readonly onDown: (() => void) | null
  readonly onRemove: () => void
}

const kindNames: Readonly<Record<string, string>> = choiceNames.migrationKind

function Item({ at, item, spec, Fields, startsOpen, onUp, onDown, onRemove }: ItemProps) {
  const { language, kinds } = useFacts()
  const jumped = useJumpTo(at)
  const [isOpen, setOpen] = useState(startsOpen)
  const [seen, setSeen] = useState<number | null>(null)
  if (jumped !== null && jumped !== seen) {
    setSeen(jumped)
    setOpen(true)
  }
  const words = spec.titled.map((name) => readText(item[name], language)).filter((word) => word !== '')
  const shown = words.length > 0 ? words.map((word) => kinds.find(({ value }) => value === word && spec.titled[0] === 'kind')?.label ?? word).join(' · ') : studioTexts.tree.untitled
  const fate = spec.place === 'migrations.*.items' ? kindNames[String(item['kind'])] : undefined
  const title = fate === undefined ? shown : `${shown} : ${fate}`
  return (
    <li className={styles.item}>
      <div className={styles.itemHead}>
        <button type="button" className={styles.fold} aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
          <Icon name={isOpen ? 'caret-down' : 'caret-right'} />
          <span>{title}</span>
        </button>
        <IconButton icon="arrow-up" label={studioTexts.sheet.up(title)} disabled={onUp === null} onClick={() => onUp?.()} />
        <IconButton icon="arrow-down" label={studioTexts.sheet.down(title)} disabled={onDown === null} onClick={() => onDown?.()} />
        <IconButton icon="trash" label={studioTexts.sheet.remove(title)} onClick={onRemove} />
      </div>
      {isOpen ? (
        <div className={styles.itemBody}>
          <Fields specs={spec.fields} at={at} block={item} />
        </div>
      ) : null}
    </li>
  )
}
