import sprite from './sprite.svg'

/** The address of the built sprite, whatever the bundler makes of an imported picture. */
export const spriteUrl: string = addressOf(sprite)

function addressOf(imported: unknown): string {
  if (typeof imported === 'string') return imported
  if (imported !== null && typeof imported === 'object' && 'src' in imported) return String(imported.src)
  throw new TypeError('The icon sprite has no address')
}
