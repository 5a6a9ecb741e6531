'use client'

import { useEffect, useId, useState } from 'react'

import { keysOf } from '#domain/diagnostic/level-keys.rules.ts'
import { shortcutTexts as texts } from '#texts/shortcuts.ts'
import { Dialog } from '#ui/dialog/dialog.tsx'
import { openDialog } from '#ui/dialog/dialog-opener.tsx'
import { CheckBox } from '#ui/form/check-box.tsx'

import type { PageView } from '../view.ts'
import styles from './entry.module.css'
import { areShortcutsOff, switchShortcuts } from './shortcuts-setting.ts'

/** The keys of the page's own scales, each set once, then those that every page has. */
const linesOf = (scales: PageView['scales']) => {
  const ordered = Object.values(scales).filter(({ isOrdered }) => isOrdered)
  const keys = new Map(ordered.map(({ levels }) => keysOf(levels)).map((each) => [each.join(), each]))
  return [
    ...[...keys.values()].filter((each) => each.length > 0).map((each) => ({ keys: each, does: texts.level })),
    ...texts.list,
    ...(ordered.some(({ levels }) => levels.some(({ isStar }) => isStar)) ? [texts.star] : []),
  ]
}

/** What the keys do, and the choice to switch them off; opens when it is drawn. */
export function ShortcutsDialog({ scales }: Pick<PageView, 'scales'>) {
  const id = useId()
  const [isOn, setOn] = useState(() => !areShortcutsOff())
  useEffect(() => {
    openDialog(id)
  }, [id])
  const toggle = (next: boolean) => {
    setOn(next)
    switchShortcuts(next)
  }
  return (
    <Dialog id={id} title={texts.title} closeLabel={texts.close}>
      <p>{texts.lead}</p>
      <dl className={styles.keys}>
        {linesOf(scales).map(({ keys, does }) => (
          <div key={`${keys.join()} ${does}`} className={styles.keyRow}>
            <dt>{keys.map((key) => <kbd key={key}>{key}</kbd>)}</dt>
            <dd>{does}</dd>
          </div>
        ))}
      </dl>
      <CheckBox name="raccourcis-actifs" label={texts.enable} checked={isOn} onChange={({ target }) => toggle(target.checked)} />
    </Dialog>
  )
}
