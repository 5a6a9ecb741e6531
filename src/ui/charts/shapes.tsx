import { createElement, type ReactNode } from 'react'
import styles from './chart.module.css'
import type { Shape } from './drawing.ts'

/** A drawing on the screen. */
export function Shapes({ shapes }: { readonly shapes: readonly Shape[] }): ReactNode {
  return shapes.map(({ tag, role, attributes, content = [] }, index) => createElement(
    tag,
    { key: index, className: role === undefined ? undefined : styles[role], ...attributes },
    typeof content === 'string' ? content : <Shapes shapes={content} />,
  ))
}
