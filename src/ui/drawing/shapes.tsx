import { createElement, type ReactNode } from 'react'
import type { Shape } from './drawing.ts'

/** A drawing on the screen; `classes` gives each role its class name. */
export function Shapes({ shapes, classes }: {
  readonly shapes: readonly Shape[]
  readonly classes: Readonly<Record<string, string>>
}): ReactNode {
  return shapes.map(({ tag, role, attributes, content = [] }, index) => createElement(
    tag,
    { key: index, className: role === undefined ? undefined : classes[role], ...attributes },
    typeof content === 'string' ? content : <Shapes shapes={content} classes={classes} />,
  ))
}
