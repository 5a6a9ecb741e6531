import { uiTexts } from '#texts/ui.ts'

import toast from '../feedback/toast.module.css'
import { awayNotice } from './away-notice-id.ts'

/** Empty until the network is away: a live region only speaks of what changes in it after it is there. */
export function AwayNotice() {
  return <div className={toast.place}><p id={awayNotice} role="status" className={toast.away} data-words={uiTexts.away} /></div>
}
