import { classNames } from '../class-names.ts'
import { Shapes } from '../drawing/shapes.tsx'
import { ripplesDrawing } from './brand-drawings.ts'
import styles from './ripples.module.css'

/** Concentric circles, some broken: the one drawing of the banner, the empty states and the covers. */
export function Ripples({ rings = 7, className }: { readonly rings?: number; readonly className?: string | undefined }) {
  return (
    <svg className={classNames(styles.ripples, className)} viewBox="0 0 200 200" aria-hidden="true" focusable="false">
      <Shapes shapes={ripplesDrawing({ rings })} classes={styles} />
    </svg>
  )
}
