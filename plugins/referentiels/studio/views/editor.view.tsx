import type { AdminViewServerProps } from 'payload'

import { StudioPage } from '../editor/studio-page.tsx'
import { enterStudio } from './enter.ts'

/** The last segment of the address: Payload hands the whole path over. */
const draftOf = (params: AdminViewServerProps['params']): string => {
  const segments: unknown = params?.['segments']
  return Array.isArray(segments) ? String(segments.at(-1)) : ''
}

/** `/admin/studio/<draft>`: the whole window, since the plan, the sheet and the preview need it. */
export function EditorView(view: AdminViewServerProps) {
  const draft = draftOf(view.params)
  const { apiRoute, homeHref } = enterStudio(view, `/${draft}`)
  return <StudioPage draft={draft} apiRoute={apiRoute} homeHref={homeHref} />
}
