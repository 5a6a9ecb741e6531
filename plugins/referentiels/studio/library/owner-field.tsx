'use client'

import { useEffect, useState } from 'react'

import { libraryTexts } from '../../texts/studio/library.ts'
import type { StudioApi } from '../client/api.ts'
import type { OwnerView } from '../contract/people.ts'
import fields from '../fields/fields.module.css'

const texts = libraryTexts.dialog

/** How long one may pause while typing before names are looked for, in milliseconds. */
const pause = 250

const keyOf = ({ kind, id }: OwnerView): string => `${kind}:${id ?? ''}`

/** All networks, or all organisations: one of them is still to be named. */
const isEvery = ({ kind, id }: OwnerView): boolean => kind !== 'platform' && id === null

type OwnerFieldProps = {
  readonly api: StudioApi
  /** For whom the person may begin something, one of them at least. */
  readonly owners: readonly OwnerView[]
  /** Null until one is named. */
  readonly onChoose: (owner: OwnerView | null) => void
}

/** Whose a new référentiel will be. */
export function OwnerField({ api, owners, onChoose }: OwnerFieldProps) {
  const [key, setKey] = useState(owners[0] === undefined ? '' : keyOf(owners[0]))
  const chosen = owners.find((owner) => keyOf(owner) === key)
  if (owners.length < 2 && (chosen === undefined || !isEvery(chosen))) return null
  const choose = (next: string): void => {
    const owner = owners.find((each) => keyOf(each) === next)
    setKey(next)
    onChoose(owner === undefined || isEvery(owner) ? null : owner)
  }
  return (
    <>
      <div className={fields.field}>
        <label className={fields.label} htmlFor="debut-proprietaire">{texts.owner}</label>
        <select id="debut-proprietaire" className={fields.input} value={key} onChange={({ target }) => choose(target.value)}>
          {owners.map((each) => <option key={keyOf(each)} value={keyOf(each)}>{each.name ?? libraryTexts.owner[each.kind]}</option>)}
        </select>
      </div>
      {chosen !== undefined && isEvery(chosen) ? <Search key={key} api={api} kind={chosen.kind} onChoose={onChoose} /> : null}
    </>
  )
}

function Search({ api, kind, onChoose }: Pick<OwnerFieldProps, 'api' | 'onChoose'> & Pick<OwnerView, 'kind'>) {
  const [words, setWords] = useState('')
  const [found, setFound] = useState<readonly OwnerView[]>([])
  const named = found.find(({ name }) => name === words)
  const isSought = words.trim() !== '' && named === undefined
  useEffect(() => {
    if (!isSought) return undefined
    let isOver = false
    const timer = setTimeout(() => {
      api.owners(kind, words.trim()).then(
        (answer) => {
          if (!isOver && answer.ok) setFound(answer.value.owners)
        },
        () => undefined,
      )
    }, pause)
    return () => {
      isOver = true
      clearTimeout(timer)
    }
  }, [api, isSought, kind, words])
  const type = (text: string): void => {
    setWords(text)
    onChoose(found.find(({ name }) => name === text) ?? null)
  }
  const isNone = isSought && found.length === 0
  return (
    <div className={fields.field}>
      <label className={fields.label} htmlFor="debut-pour">{texts.search[kind === 'network' ? 'network' : 'organisation']}</label>
      <input
        id="debut-pour"
        type="text"
        list="debut-pour-liste"
        className={fields.input}
        value={words}
        maxLength={200}
        autoComplete="off"
        aria-describedby="debut-pour-aide"
        onChange={({ target }) => type(target.value)}
      />
      <datalist id="debut-pour-liste">{found.map(({ id, name }) => <option key={id} value={name} />)}</datalist>
      <p id="debut-pour-aide" className={fields.hint} role="status">{isNone ? texts.searchNone : texts.searchHint}</p>
    </div>
  )
}
