import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { iconNames } from './icon-names.ts'

/** The sprite's whole text, made from the installed Phosphor files. Throws when a name does not exist there. */
export function spriteSource(): string {
  const { resolve } = createRequire(import.meta.url)
  const symbols = iconNames.map((name) => {
    const file = resolve(`@phosphor-icons/core/bold/${name}-bold.svg`)
    const drawing = readFileSync(file, 'utf8').replace(/^<svg[^>]*>/, '').replace(/<\/svg>\s*$/, '')
    return `<symbol id="${name}" viewBox="0 0 256 256">${drawing}</symbol>`
  })
  return [
    '<svg xmlns="http://www.w3.org/2000/svg" width="256" height="256" viewBox="0 0 256 256">',
    '<!-- Phosphor Icons, bold, MIT licence. Generated: see icon-names.ts -->',
    ...symbols,
    '</svg>',
    '',
  ].join('\n')
}
