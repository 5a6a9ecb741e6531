import type { Brand } from './brand.ts'
import { brandCss } from './brand-css.ts'

/** The network's colours as a style element: the only one of the site, let through by the CSP's nonce. */
export function BrandStyle({ brand, selector, nonce }: {
  readonly brand: Brand
  /** Limits the colours to a part of the page (samples); left out, they hold for the whole page. */
  readonly selector?: string
  readonly nonce?: string | undefined
}) {
  return <style nonce={nonce} dangerouslySetInnerHTML={{ __html: brandCss(brand, selector) }} />
}
