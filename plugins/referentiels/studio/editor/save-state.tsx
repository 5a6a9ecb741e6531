'use client'

import { useEffect, useState } from 'react'

import { studioTexts } from '../../texts/studio/studio.ts'
import { useStudio, useView } from '../client/studio-context.ts'
import type { StudioView } from '../client/studio-store.ts'
import { Button } from '../ui/button.tsx'
import { Icon } from '../ui/icon.tsx'
import styles from './editor.module.css'

const texts = studioTexts.save
const saveOfView = ({ session }: StudioView) => session.save
const refusalOfView = ({ session }: StudioView) => session.refusal

/** « Enregistré à 14:32 », or what keeps it from being. */
export function SaveState() {
  const save = useView(saveOfView)
  const { store } = useStudio()
  switch (save.is) {
    case 'saved':
      return <p className={styles.saved} role="status"><Icon name="check-circle" />{save.at === null ? texts.all : texts.saved(save.at)}</p>
    case 'waiting':
    case 'saving':
      return <p className={styles.saving} role="status">{texts.waiting}</p>
    case 'closed':
      return <p className={styles.unsaved} role="alert"><Icon name="warning-octagon" />{texts.closed}</p>
    case 'failed':
      return (
        <div className={styles.unsaved} role="alert">
          <Icon name={save.isOffline ? 'cloud-slash' : 'warning-octagon'} />
          <span>{save.isOffline ? texts.offline : <Countdown key={save.retryAt} until={save.retryAt} />}</span>
          <Button onClick={() => store.saveNow()}>{texts.again}</Button>
        </div>
      )
  }
}

function Countdown({ until }: { readonly until: number }) {
  const [left, setLeft] = useState(() => Math.max(0, Math.ceil((until - Date.now()) / 1000)))
  useEffect(() => {
    const timer = setInterval(() => setLeft(Math.max(0, Math.ceil((until - Date.now()) / 1000))), 1_000)
    return () => clearInterval(timer)
  }, [until])
  return texts.failed(left)
}

/** The sentence of what the server would not do. */
export function Refusal() {
  const refusal = useView(refusalOfView)
  return refusal === null ? null : <p className={styles.refusal} role="alert"><Icon name="warning-octagon" /><span>{refusal}</span></p>
}
