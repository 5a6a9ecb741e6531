'use client'

import { studioTexts } from '../../texts/studio/studio.ts'
import type { NodeRow } from '../model/draft.ts'
import { IconButton } from '../ui/button.tsx'
import { Icon } from '../ui/icon.tsx'
import { Menu } from '../ui/menu.tsx'
import styles from './editor.module.css'
import type { PlanActs } from './use-plan-acts.ts'

const texts = studioTexts.tree

/** What one does with the chosen element, for whoever points, taps or does not know the keys. */
export function PlanTools({ acts, chosen, onFold }: {
  readonly acts: PlanActs
  readonly chosen: NodeRow | null
  readonly onFold: (open: boolean) => void
}) {
  const after = acts.kindFor('after')
  const inside = chosen === null ? null : acts.kindFor('inside')
  const none = chosen === null
  return (
    <div className={styles.tools} role="group" aria-label={texts.more}>
      <Menu
        label={<><Icon name="plus" />{texts.add}</>}
        items={[
          { label: texts.addAfter(after?.label ?? ''), run: () => acts.add('after') },
          ...(inside === null ? [] : [{ label: texts.addInside(inside.label), run: () => acts.add('inside') }]),
        ]}
      />
      <IconButton icon="arrow-up" label={texts.up} disabled={none} onClick={() => acts.move('up')} />
      <IconButton icon="arrow-down" label={texts.down} disabled={none} onClick={() => acts.move('down')} />
      <IconButton icon="arrow-left" label={texts.outdent} disabled={none} onClick={() => acts.move('outdent')} />
      <IconButton icon="arrow-right" label={texts.indent} disabled={none} onClick={() => acts.move('indent')} />
      <Menu
        label={<><Icon name="dots-three" /><span className={styles.hidden}>{texts.more}</span></>}
        isSmall
        items={[
          ...(none ? [] : [{ label: texts.duplicate, run: acts.duplicate }, { label: texts.remove, run: acts.remove }]),
          ...(none ? [] : [{ label: texts.renumber, run: () => acts.renumber('inside') }]),
          { label: texts.renumberAll, run: () => acts.renumber('all') },
          { label: texts.expandAll, run: () => onFold(true) },
          { label: texts.collapseAll, run: () => onFold(false) },
        ]}
      />
    </div>
  )
}
