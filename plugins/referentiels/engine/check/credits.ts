import type { Finding } from '../findings/finding.ts'
import { placed } from './facts.ts'
import type { Facts } from './facts.ts'

/** Whose texts these are (DROITS_MANQUANTS, TEXTE_TIERS), and whether their colours can be seen (CONTRASTE). */
export const credits = (facts: Facts): readonly Finding[] => [...rights(facts), ...contrasts(facts)]

const rights = ({ outline }: Facts): readonly Finding[] => {
  const { rights: stated } = outline
  if (!stated || Object.values(stated).every((part) => part === undefined)) {
    return [{ severity: 'warning', code: 'DROITS_MANQUANTS', path: ['rights'], parameters: { reason: 'rights' } }]
  }
  const { textOrigin, attribution } = stated
  if (textOrigin === undefined) {
    return [{ severity: 'warning', code: 'DROITS_MANQUANTS', path: ['rights', 'textOrigin'], parameters: { reason: 'origin' } }]
  }
  if (textOrigin !== 'licensed' && textOrigin !== 'customer-supplied') return []
  const reason = attribution === undefined ? 'unattributed' : 'third-party'
  return [{ severity: 'warning', code: 'TEXTE_TIERS', path: ['rights', 'textOrigin'], value: textOrigin, parameters: { reason } }]
}

/** What a sign must have on a white page to be told from it (WCAG 2.2, 1.4.11). */
const leastContrast = 3

const contrasts = ({ outline }: Facts): readonly Finding[] => [
  ...placed(outline.scales, ['scales']).flatMap(({ item, path }) => coloured(item.values, [...path, 'values'])),
  ...placed(outline.scoring?.rules, ['scoring', 'rules']).flatMap(({ item, path }) => coloured(item.outcomes, [...path, 'outcomes'])),
]

const coloured = (items: readonly ({ readonly color?: string } | undefined)[] | undefined, path: Finding['path']): readonly Finding[] =>
  placed(items, path).flatMap(({ item, path: place }): readonly Finding[] => {
    const ratio = item.color === undefined ? undefined : contrastWithWhite(item.color)
    if (ratio === undefined || ratio >= leastContrast) return []
    const shown = (Math.floor(ratio * 10) / 10).toFixed(1).replace('.', ',')
    return [{ severity: 'warning', code: 'CONTRASTE', path: [...place, 'color'], value: item.color, parameters: { ratio: shown } }]
  })

/** WCAG's contrast ratio of `#RRGGBB` on white, from 1 to 21; nothing for another writing. */
const contrastWithWhite = (colour: string): number | undefined => {
  const parts = /^#([0-9a-f]{2})([0-9a-f]{2})([0-9a-f]{2})$/i.exec(colour)
  if (!parts) return undefined
  const [red = 0, green = 0, blue = 0] = parts.slice(1).map((pair) => {
    const part = parseInt(pair, 16) / 255
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4
  })
  return 1.05 / (0.2126 * red + 0.7152 * green + 0.0722 * blue + 0.05)
}
