/** What the application's own pages take of the studio. */
export { previewOf } from '../studio/preview.ts'
export type { DraftPreview } from '../studio/preview.ts'
export { draftAsItStands } from '../studio/draft-as-it-stands.ts'
