import type { Compiled, CompiledNode, CompiledPage } from '#plugins/referentiels/engine/compile/compiled.ts'
import { ancestorsOf, descendantsOf } from '#plugins/referentiels/engine/compile/compiled.ts'
import type { DraftPreview, ShownProfile } from '#server/referentiels/draft-preview.ts'
import { previewTexts } from '#texts/apercu.ts'
import { Note } from '#ui/feedback/note.tsx'
import { PageHead } from '#ui/frame/page-head.tsx'

import styles from './diagnostic.module.css'
import { cardId } from './entry/card-id.ts'
import { EntryProvider } from './entry/entry-provider.tsx'
import { Questionnaire } from './entry/questionnaire.tsx'
import { packed } from './packed.ts'
import { pageOf, pageView } from './page/page-view.ts'
import { ScrollTo } from './scroll-to.tsx'

type PreviewProps = {
  readonly preview: DraftPreview
  /** `/apercu/<brouillon>`. */
  readonly path: string
  readonly profile: ShownProfile
  readonly subset: string | null
  /** Code of an element of any level, and of a page. */
  readonly element: string | null
  readonly theme: string | null
}

/** A draft of the studio as an organisation of that profile would see it: the same components, read-only, nothing stored. */
export function PreviewScreen({ preview: { shown, errors }, path, profile, subset, element, theme }: PreviewProps) {
  if (shown === null) {
    return (
      <main className={styles.preview}>
        <PageHead title={previewTexts.notYet} lead={previewTexts.notYetText(errors.length)} />
      </main>
    )
  }
  const { compiled, evaluation } = shown
  const wanted = element === null ? null : placeOf(compiled, element)
  const page = wanted?.page ?? pageOf(evaluation, theme)
  if (page === null) {
    return (
      <main className={styles.preview}>
        <PageHead title={previewTexts.empty} lead={previewTexts.emptyText} />
      </main>
    )
  }
  const view = pageView({
    compiled,
    evaluation,
    page,
    path,
    asked: wanted?.criterion ?? null,
    isOpen: false,
    answers: new Map(),
    assessments: new Map(),
    previous: new Map(),
    tellChange: () => '',
    isWritable: () => false,
    profile: null,
    facts: { diagnostic: 'apercu', person: 'apercu', timeZone: 'Europe/Paris', home: path, previousYear: null },
  })
  const pages = view.pages.map((each) => ({ ...each, href: addressOf(path, { theme: each.code, profile, subset }) }))
  return (
    <EntryProvider view={packed({ ...view, pages })}>
      <main className={styles.preview}>
        <div className={styles.previewNote}><Note icon="eye"><p>{previewTexts.note(errors.length)}</p></Note></div>
        <Questionnaire
          head={<PageHead title={page.node.title} lead={page.node.statement ?? page.node.about ?? undefined} />}
          empty={<Note><p>{previewTexts.emptyText}</p></Note>}
        />
        {wanted === null || wanted.criterion === null ? null : <ScrollTo id={cardId(wanted.criterion)} />}
      </main>
    </EntryProvider>
  )
}

const addressOf = (path: string, { theme, profile, subset }: { readonly theme: string } & Pick<PreviewProps, 'profile' | 'subset'>): string => {
  const query = new URLSearchParams({ theme, ...(subset !== null && { 'sous-ensemble': subset }) })
  for (const [field, values] of Object.entries(profile)) for (const value of values) query.append(`profil.${field}`, value)
  return `${path}?${query.toString()}`
}

/** The page on which an element stands, and the criterion that it is, holds or is a part of. */
const placeOf = (compiled: Compiled, element: string): { readonly page: CompiledPage; readonly criterion: string | null } | null => {
  const node = compiled.nodeByCode.get(element)
  if (node === undefined) return null
  const line = [node, ...ancestorsOf(compiled, node)]
  const isOn = ({ node: top, criteria }: CompiledPage): boolean => line.includes(top) || criteria.some((criterion) => line.includes(criterion))
  const below = new Set<CompiledNode>(descendantsOf(compiled, node))
  const page = compiled.pages.find(isOn) ?? compiled.pages.find(({ node: top }) => below.has(top))
  if (page === undefined) return null
  const criterion = page.criteria.find((each) => line.includes(each)) ?? page.criteria.find((each) => below.has(each))
  return { page, criterion: criterion?.code ?? null }
}
