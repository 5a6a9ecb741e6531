/**
 * How a page is called where it stands among others. Decides nothing about what is on it, nor how a heading is written.
 */
import { ancestorsOf, type Compiled, type CompiledNode } from '#plugins/referentiels/engine/compile/compiled.ts'

type Pages = Pick<Compiled, 'nodeByCode' | 'pages'>

/** The node that a page stands right below: a chapter over its themes. */
export const aboveOf = (compiled: Pages, page: CompiledNode): CompiledNode | null => ancestorsOf(compiled, page)[0] ?? null

/** Its title; with that of the node above in brackets where another page has the same: « Santé (Les professionnels) ». */
export const pageName = (compiled: Pages, page: CompiledNode): string => {
  const isShared = compiled.pages.some(({ node }) => node.code !== page.code && node.title === page.title)
  const above = isShared ? aboveOf(compiled, page) : null
  return above === null ? page.title : `${page.title} (${above.title})`
}
