'use client'

import { lazy, Suspense } from 'react'

import { entryTexts } from '#texts/saisie.ts'
import { Icon } from '#ui/icons/icon.tsx'

import type { HelpView } from '../view.ts'
import styles from './entry.module.css'

/** Also to be called ahead, as there may be no network when it is asked for. */
export const loadHelp = async () => ({ default: (await import('./help-words.tsx')).HelpWords })

// Nothing in it is typed into: it may come a moment after the page. What the server drew stays where it can't be fetched.
const Words = lazy(() => loadHelp().catch(() => new Promise<never>(() => undefined)))

/** « Questions inspirantes » and all that helps to answer, unfolded on demand; opens without JavaScript. */
export function HelpPanel({ help }: { readonly help: HelpView }) {
  return (
    <details className={styles.help}>
      <summary className={styles.summary}>
        <Icon name="lightbulb" size="s" />
        {entryTexts.tools.help}
      </summary>
      <Suspense fallback={null}><Words help={help} /></Suspense>
    </details>
  )
}
