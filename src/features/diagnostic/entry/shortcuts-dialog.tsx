'use client'

import { useEffect, useId, useState } from 'react'

import { shortcutTexts as texts } from '#texts/shortcuts.ts'
import { Dialog } from '#ui/dialog/dialog.tsx'
import { openDialog } from '#ui/dialog/dialog-opener.tsx'
import { CheckBox } from '#ui/form/check-box.tsx'

import styles from './entry.module.css'
import { areShortcutsOff, switchShortcuts } from './shortcuts-setting.ts'

/** What the keys do, and the choice to switch them off; opens when it is drawn. */
export function ShortcutsDialog({ hasStar }: { readonly hasStar: boolean }) {
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
        {[...texts.list, ...(hasStar ? [texts.star] : [])].map(({ keys, does }) => (
          <div key={does} className={styles.keyRow}>
            <dt>{keys.map((key) => <kbd key={key}>{key}</kbd>)}</dt>
            <dd>{does}</dd>
          </div>
        ))}
      </dl>
      <CheckBox name="raccourcis-actifs" label={texts.enable} checked={isOn} onChange={({ target }) => toggle(target.checked)} />
    </Dialog>
  )
}
