'use client'

import { useEffect, useState } from 'react'

import { studioTexts } from '../../texts/studio/studio.ts'
import { useStudio, useView } from '../client/studio-context.ts'
import type { StudioView } from '../client/studio-store.ts'
import { Boxes } from '../fields/choice-inputs.tsx'
import { useFacts } from '../fields/field-place.ts'
import fields from '../fields/fields.module.css'
import { Button } from '../ui/button.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { Icon } from '../ui/icon.tsx'
import styles from './editor.module.css'

const texts = studioTexts.preview
const sequenceOfView = ({ session }: StudioView) => session.server.sequence

type Profile = Readonly<Record<string, readonly string[]>>

/** The address of the preview of one element, for one profile; `v` makes it draw again when the draft has changed. */
const addressOf = (base: string, { code, profile, subset, version, pdf = false }: {
  readonly code: string | null
  readonly profile: Profile
  /** Empty for the whole. */
  readonly subset: string
  readonly version?: number
  readonly pdf?: boolean
}): string => {
  const query = new URLSearchParams()
  if (code !== null) query.set('element', code)
  for (const [field, values] of Object.entries(profile)) for (const value of values) query.append(`profil.${field}`, value)
  if (subset !== '') query.set('sous-ensemble', subset)
  if (version !== undefined) query.set('v', String(version))
  const asked = query.toString()
  const page = pdf ? `${base}/pdf` : base
  return asked === '' ? page : `${page}?${asked}`
}

/** Frames are drawn at their own width, then made smaller. */
const widths = { desktop: 1280, phone: 360 } as const
type Width = keyof typeof widths

/** The draft as an organisation will see it, drawn by the front office itself. */
export function PreviewPanel({ code }: { readonly code: string | null }) {
  const { preview } = useStudio()
  const sequence = useView(sequenceOfView)
  const { profile: known, subsets } = useFacts()
  const [profile, setProfile] = useState<Profile>({})
  const [chosen, setChosen] = useState('')
  const [width, setWidth] = useState<Width>('phone')
  const [isLarge, setLarge] = useState(false)
  const settled = useSettled(`${code ?? ''}|${sequence}`)
  if (preview === null) return null
  const [shownCode = '', shownSequence = '0'] = settled.split('|')
  const subset = subsets.some(({ value }) => value === chosen) ? chosen : ''
  const address = addressOf(preview, { code: shownCode === '' ? null : shownCode, profile, subset, version: Number(shownSequence) })
  const choices = known.filter(({ options, type }) => options.length > 0 || type === 'boolean')
  return (
    <section className={styles.card} aria-labelledby="studio-apercu">
      <div className={styles.cardHead}>
        <h2 id="studio-apercu" className={styles.columnTitle}>{studioTexts.columns.preview}</h2>
        <div role="radiogroup" aria-label={texts.width} className={styles.switch}>
          {(['phone', 'desktop'] as const).map((each) => (
            <label key={each} className={styles.switchItem}>
              <input type="radio" name="studio-largeur" checked={width === each} onChange={() => setWidth(each)} />
              <Icon name={each === 'phone' ? 'device-mobile' : 'desktop'} />
              <span>{texts[each]}</span>
            </label>
          ))}
        </div>
      </div>
      {subsets.length === 0 ? null : (
        <div className={fields.field}>
          <label className={fields.sublabel} htmlFor="studio-apercu-partie">{texts.subset}</label>
          <select id="studio-apercu-partie" className={fields.input} value={subset} onChange={({ target }) => setChosen(target.value)}>
            <option value="">{texts.whole}</option>
            {subsets.map(({ value, label }) => <option key={value} value={value}>{label}</option>)}
          </select>
        </div>
      )}
      {choices.length === 0 ? null : (
        <details className={fields.extra}>
          <summary>{texts.profile}</summary>
          {choices.map((field) => (
            <fieldset key={field.value} className={fields.group}>
              <legend className={fields.sublabel}>{field.label}</legend>
              <Boxes
                name={`apercu-${field.value}`}
                options={field.type === 'boolean' ? [{ value: 'true', label: studioTexts.sheet.yes }, { value: 'false', label: studioTexts.sheet.no }] : field.options}
                chosen={profile[field.value] ?? []}
                onChoose={(values) => setProfile({ ...profile, [field.value]: field.type === 'multi' ? values : values.slice(-1) })}
              />
            </fieldset>
          ))}
        </details>
      )}
      <Frame address={address} width={width} />
      <div className={styles.row}>
        <Button look="quiet" icon="eye" onClick={() => setLarge(true)}>{texts.open}</Button>
        <a className={styles.link} href={addressOf(preview, { code: null, profile, subset, pdf: true })} target="_blank" rel="noreferrer"><Icon name="file-pdf" />{texts.pdf}</a>
      </div>
      {isLarge ? (
        <Dialog title={texts.frame} onClose={() => setLarge(false)} isFull>
          <Frame address={address} width={width} isLarge />
        </Dialog>
      ) : null}
    </section>
  )
}

function Frame({ address, width, isLarge = false }: { readonly address: string; readonly width: Width; readonly isLarge?: boolean }) {
  return (
    <div className={isLarge ? styles.largeBox : styles.frameBox} data-width={width}>
      <iframe className={styles.frame} title={texts.frame} src={address} width={widths[width]} />
    </div>
  )
}

/** What has stood still for a moment: walking through the plan does not load a page for each line. */
const useSettled = (value: string): string => {
  const [settled, setSettled] = useState(value)
  useEffect(() => {
    const timer = setTimeout(() => setSettled(value), 700)
    return () => clearTimeout(timer)
  }, [value])
  return settled
}
