import type { HueName } from '#domain/white-label/colour.ts'
import type { ColourRefusal } from '#domain/white-label/white-label.rules.ts'

const hues: Readonly<Record<HueName, string>> = {
  red: 'Ce rouge',
  orange: 'Cet orange',
  yellow: 'Ce jaune',
  green: 'Ce vert',
  turquoise: 'Ce turquoise',
  blue: 'Ce bleu',
  purple: 'Ce violet',
  pink: 'Ce rose',
  grey: 'Ce gris',
}

const problems = { TOO_LIGHT: 'est trop clair pour du texte', TOO_DARK: 'est trop sombre pour du texte' } as const

/** Why a colour is refused, and the nearest one that would be accepted (look.md §6, white label). */
export const colourSentence = (refusal: ColourRefusal): string =>
  refusal.code === 'NOT_A_COLOUR'
    ? 'Écrivez la couleur sous la forme #0B5A63.'
    : `${hues[refusal.hue]} ${problems[refusal.code]}. Le plus proche qui convient : ${refusal.nearest}.`
