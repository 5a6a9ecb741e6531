import type { AdminViewServerProps } from 'payload'

import { isPlatformAdmin } from '#domain/rights/rights.rules.ts'
import { mailStateOf } from '#features/administration/mail-state.ts'
import { countMails, listMails } from '#features/administration/outbox.queries.ts'
import { OutboxScreen } from '#features/administration/outbox.screen.tsx'
import { RefusalScreen } from '#features/administration/refusal.screen.tsx'
import { databaseOf } from '#server/database/database-of.ts'
import { environment } from '#server/environment.ts'
import { outboxFolder } from '#server/mail/outbox-folder.ts'

import { AdminPage, outboxStep } from './admin-page.tsx'
import { enterView } from './enter-view.ts'

/** Where mails go; the server's name only, since its address holds a password. */
const deliveryOf = ({ smtpUrl, dataDir }: ReturnType<typeof environment>) =>
  smtpUrl === undefined ? { folder: outboxFolder(dataDir) } : { server: new URL(smtpUrl).hostname }

/** A page that an address names, from 1; anything else is the first. */
const pageOf = (value: unknown): number => (typeof value === 'string' && /^[1-9]\d{0,5}$/.test(value) ? Number(value) : 1)

/** `/admin/e-mails` */
export async function OutboxView(view: AdminViewServerProps) {
  const { req } = view.initPageResult
  const actor = await enterView(req, '/admin/e-mails')
  if (!isPlatformAdmin(actor)) {
    return <AdminPage view={view} steps={[outboxStep]}><RefusalScreen refused="staff" /></AdminPage>
  }
  const database = await databaseOf(req)
  const state = mailStateOf(view.searchParams?.['etat'])
  const page = pageOf(view.searchParams?.['page'])
  const [counts, mails] = await Promise.all([
    countMails(actor, database),
    listMails(actor, database, { state, page }),
  ])
  return (
    <AdminPage view={view} steps={[outboxStep]}>
      <OutboxScreen mails={mails} counts={counts} state={state} page={page} delivery={deliveryOf(environment())} />
    </AdminPage>
  )
}
