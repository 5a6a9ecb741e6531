import { SetStepNav } from '@payloadcms/ui'
import { DefaultTemplate } from '@payloadcms/next/templates'
import type { AdminViewServerProps } from 'payload'
import type { ReactNode } from 'react'

import { adminNavTexts } from '#texts/administration.ts'

type AdminPageProps = {
  readonly view: AdminViewServerProps
  /** The places above this one, the last being itself. */
  readonly steps: readonly { readonly label: string; readonly url?: string }[]
  readonly children: ReactNode
}

export const outboxStep = { label: adminNavTexts.mails, url: '/admin/e-mails' }

/** A view of ours inside Payload's frame: navigation, breadcrumb, account. */
export function AdminPage({ view, steps, children }: AdminPageProps) {
  const { initPageResult, params, searchParams, viewActions } = view
  const { locale, permissions, req, visibleEntities } = initPageResult
  return (
    <DefaultTemplate
      i18n={req.i18n}
      locale={locale}
      params={params}
      payload={req.payload}
      permissions={permissions}
      req={req}
      searchParams={searchParams}
      user={req.user ?? undefined}
      viewActions={viewActions}
      visibleEntities={{ collections: visibleEntities.collections, globals: visibleEntities.globals }}
    >
      <SetStepNav nav={[...steps]} />
      {children}
    </DefaultTemplate>
  )
}
