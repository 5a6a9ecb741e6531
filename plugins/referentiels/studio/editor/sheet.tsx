'use client'

import { useMemo } from 'react'

import { fieldText } from '../../texts/studio/fields.ts'
import { sectionTexts, studioTexts } from '../../texts/studio/studio.ts'
import { useView } from '../client/studio-context.ts'
import type { StudioView } from '../client/studio-store.ts'
import { Fields } from '../fields/field.tsx'
import { readText } from '../fields/facts.ts'
import { FieldFrame } from '../fields/field-frame.tsx'
import type { FieldPlace } from '../fields/field-place.ts'
import { fieldId, useFacts, useWrite } from '../fields/field-place.ts'
import fields from '../fields/fields.module.css'
import { nodeExtra, nodeHead, nodeHelp, nodeMain, nodeScope } from '../fields/node-fields.ts'
import type { PartField, SectionName } from '../fields/part-fields.ts'
import { sections } from '../fields/part-fields.ts'
import type { NodeRow } from '../model/draft.ts'
import { numberOf } from '../model/draft.ts'
import styles from './editor.module.css'
import { CodeField } from './code-field.tsx'
import { Questions } from './questions.tsx'

const { parts } = studioTexts.sheet

/** One element of the plan, all of it: what it asks, of whom, and what helps to answer. */
export function NodeSheet({ node }: { readonly node: NodeRow }) {
  const { language } = useFacts()
  const title = readText(node.data['title'], language) || studioTexts.tree.untitled
  const number = numberOf(node)
  const of = number === '' ? title : number
  const at: FieldPlace = useMemo(() => ({ target: { row: node.id }, path: [], of }), [node.id, of])
  const group = (name: keyof typeof parts, specs: Parameters<typeof Fields>[0]['specs']) => (
    <section className={styles.group} aria-labelledby={`fiche-${name}`}>
      <h3 id={`fiche-${name}`} className={styles.groupTitle}>{parts[name]}</h3>
      <Fields specs={specs} at={at} block={node.data} />
    </section>
  )
  return (
    <>
      <h2 id="studio-fiche" tabIndex={-1} className={styles.sheetTitle}>
        {number === '' ? null : <span className={styles.bigNumber}>{number} </span>}
        <span>{title}</span>
      </h2>
      <Fields specs={nodeHead} at={at} block={node.data} />
      <div className={styles.gap}><Fields specs={nodeMain} at={at} block={node.data} /></div>
      <section id={fieldId({ target: at.target, path: ['questions'] })} className={styles.group} aria-labelledby="fiche-questions">
        <h3 id="fiche-questions" className={styles.groupTitle}>{parts.questions}</h3>
        <Questions node={node} />
      </section>
      {group('help', nodeHelp)}
      {group('scope', nodeScope)}
      <section className={styles.group} aria-labelledby="fiche-more">
        <h3 id="fiche-more" className={styles.groupTitle}>{parts.more}</h3>
        <div className={fields.fields}>
          <KindField at={at} node={node} />
          <CodeField row={node} of={title} />
        </div>
        <div className={styles.gap}><Fields specs={nodeExtra} at={at} block={node.data} /></div>
      </section>
    </>
  )
}

function KindField({ at, node }: { readonly at: FieldPlace; readonly node: NodeRow }) {
  const { kinds } = useFacts()
  const { label, hint } = fieldText('node.kind')
  const write = useWrite(at, label)
  const id = fieldId({ target: at.target, path: ['kind'] })
  return (
    <FieldFrame {...{ id, label, hint }} width="half">
      <select id={id} className={fields.input} value={node.kind} onChange={({ target }) => write(target.value, { path: ['kind'] })}>
        {kinds.some(({ value }) => value === node.kind) ? null : <option value={node.kind}>{studioTexts.sheet.unknown(node.kind)}</option>}
        {kinds.map(({ value, label: name }) => <option key={value} value={value}>{name}</option>)}
      </select>
    </FieldFrame>
  )
}

const partsOfView = ({ draft }: StudioView) => draft.parts

/** One section of the settings. */
export function SettingsSheet({ section }: { readonly section: SectionName }) {
  const { label, lead } = sectionTexts[section]
  return (
    <>
      <h2 id="studio-fiche" tabIndex={-1} className={styles.sheetTitle}>{label}</h2>
      <p className={styles.lead}>{lead}</p>
      <div className={fields.fields}>
        {sections[section].map((field) => <PartSheet key={field.part} field={field} of={label} />)}
      </div>
    </>
  )
}

function PartSheet({ field, of }: { readonly field: PartField; readonly of: string }) {
  const value = useView(partsOfView).get(field.part)?.value
  const at: FieldPlace = useMemo(() => ({ target: { part: field.part }, path: [], of }), [field.part, of])
  const specs = useMemo(() => [field.spec], [field.spec])
  const block = useMemo(() => ({ '': value }), [value])
  return <div className={field.spec.width === undefined ? undefined : fields[field.spec.width]}><Fields specs={specs} at={at} block={block} /></div>
}
