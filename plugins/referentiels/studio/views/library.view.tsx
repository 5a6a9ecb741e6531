import { SetStepNav } from '@payloadcms/ui'
import { DefaultTemplate } from '@payloadcms/next/templates'
import type { AdminViewServerProps } from 'payload'

import { libraryTexts } from '../../texts/studio/library.ts'
import { LibraryPage } from '../library/library-page.tsx'
import { enterStudio } from './enter.ts'

/** `/admin/studio` */
export function LibraryView(view: AdminViewServerProps) {
  const { apiRoute, homeHref } = enterStudio(view, '')
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
      <SetStepNav nav={[{ label: libraryTexts.title, url: homeHref }]} />
      <LibraryPage apiRoute={apiRoute} studioHref={homeHref} />
    </DefaultTemplate>
  )
}
