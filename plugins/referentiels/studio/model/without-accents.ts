/** Words as one looks for them: « Énergie » is found by « energie », « œuvre » by « oeuvre ». */
export const withoutAccents = (text: string): string => text.normalize('NFD').replaceAll(/\p{M}/gu, '').toLowerCase().replaceAll('œ', 'oe').replaceAll('æ', 'ae')
