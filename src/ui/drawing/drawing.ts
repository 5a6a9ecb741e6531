/**
 * A drawing as data: what a chart shows, once, for the screen (React, `Shapes`) and for paper (text, `drawnSvg`).
 * `role` names a rule of its style sheet, `attributes` are written as React writes them.
 */
export type Shape = {
  readonly tag: 'circle' | 'defs' | 'g' | 'line' | 'path' | 'pattern' | 'polygon' | 'rect' | 'svg' | 'text' | 'tspan'
  readonly role?: string
  readonly attributes?: Readonly<Record<string, string | number>>
  readonly content?: string | readonly Shape[]
}

/** Attributes that SVG writes with a hyphen and React without. */
const hyphenated: Readonly<Record<string, string>> = {
  strokeDasharray: 'stroke-dasharray',
  strokeLinecap: 'stroke-linecap',
  strokeWidth: 'stroke-width',
  textAnchor: 'text-anchor',
}

const escapes: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }

function escaped(value: string | number): string {
  return String(value).replace(/[&<>"]/g, (sign) => escapes[sign] ?? '')
}

/** The drawing as SVG text; class names are the roles as the style sheet writes them. */
export function drawn(shapes: readonly Shape[]): string {
  return shapes.map(({ tag, role, attributes = {}, content = [] }) => {
    const written = Object.entries({ ...(role === undefined ? {} : { class: role }), ...attributes })
      .map(([name, value]) => ` ${hyphenated[name] ?? name}="${escaped(value)}"`)
    return `<${tag}${written.join('')}>${typeof content === 'string' ? escaped(content) : drawn(content)}</${tag}>`
  }).join('')
}
