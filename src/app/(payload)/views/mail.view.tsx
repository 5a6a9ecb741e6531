import { notFound } from 'next/navigation'
import type { AdminViewServerProps } from 'payload'
import { z } from 'zod'

import { isPlatformAdmin } from '#domain/rights/rights.rules.ts'
import { MailScreen } from '#features/administration/mail.screen.tsx'
import { findMail } from '#features/administration/outbox.queries.ts'
import { RefusalScreen } from '#features/administration/refusal.screen.tsx'
import { databaseOf } from '#server/database/database-of.ts'

import { AdminPage, outboxStep } from './admin-page.tsx'
import { enterView } from './enter-view.ts'

const addressSchema = z.object({ segments: z.tuple([z.literal('e-mails'), z.uuid()]) })
const versionSchema = z.enum(['texte', 'html']).catch('texte')
const resendSchema = z.enum(['fait', 'inutile']).optional().catch(undefined)

/** `/admin/e-mails/[id]` */
export async function MailView(view: AdminViewServerProps) {
  const { req } = view.initPageResult
  const actor = await enterView(req, '/admin/e-mails')
  if (!isPlatformAdmin(actor)) {
    return <AdminPage view={view} steps={[outboxStep]}><RefusalScreen refused="staff" /></AdminPage>
  }
  const address = addressSchema.safeParse(view.params)
  const mail = address.success ? await findMail(actor, await databaseOf(req), address.data.segments[1]) : null
  if (mail === null) notFound()
  return (
    <AdminPage view={view} steps={[outboxStep, { label: mail.subject }]}>
      <MailScreen
        mail={mail}
        version={versionSchema.parse(view.searchParams?.['version'])}
        resent={resendSchema.parse(view.searchParams?.['renvoi'])}
      />
    </AdminPage>
  )
}
