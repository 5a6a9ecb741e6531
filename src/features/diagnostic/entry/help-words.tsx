'use client'

import { helpTexts as texts } from '#texts/aide.ts'

import type { HelpView } from '../view.ts'
import styles from './entry.module.css'

/** The help itself, in the order of the Guide des bonnes pratiques: what it is, why, which questions, examples. */
export function HelpWords({ help }: { readonly help: HelpView }) {
  const { about, stakes, questions, examples, evidence, resources, indicators } = help
  return (
    <div className={styles.helpWords}>
      {about === null ? null : <Paragraphs title={texts.about} text={about} />}
      {stakes === null ? null : <Paragraphs title={texts.stakes} text={stakes} />}
      <WordList title={texts.questions} items={questions} />
      <WordList title={texts.examples} items={examples} />
      <WordList
        title={texts.evidence}
        items={evidence.map(({ label, from, isRequired }) => {
          const notes = [from === null ? null : texts.evidenceFrom(from), isRequired ? texts.evidenceRequired : null].filter((note) => note !== null)
          return notes.length === 0 ? label : `${label} (${notes.join(', ')})`
        })}
      />
      <WordList title={texts.indicators} items={indicators} />
      {resources.length === 0 ? null : (
        <div>
          <p className={styles.label}>{texts.resources}</p>
          <ul className={styles.list}>
            {resources.map(({ label, href }) => (
              <li key={label}>{href === null ? label : <a href={href} rel="noreferrer noopener">{label}</a>}</li>
            ))}
          </ul>
        </div>
      )}
    </div>
  )
}

function Paragraphs({ title, text }: { readonly title: string; readonly text: string }) {
  return (
    <div>
      <p className={styles.label}>{title}</p>
      {text.split(/\n+/).map((paragraph) => <p key={paragraph}>{paragraph}</p>)}
    </div>
  )
}

function WordList({ title, items }: { readonly title: string; readonly items: readonly string[] }) {
  if (items.length === 0) return null
  return (
    <div>
      <p className={styles.label}>{title}</p>
      <ul className={styles.list}>{items.map((item) => <li key={item}>{item}</li>)}</ul>
    </div>
  )
}
