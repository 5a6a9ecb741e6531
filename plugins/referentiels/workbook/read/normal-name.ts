/** No name is longer: of a text, the beginning tells that it is none. */
const longestName = 500

/** A name as people write it in one of many ways: capitals, accents, apostrophes and double blanks put aside. */
export const normalName = (name: string): string =>
  name
    .slice(0, longestName)
    .normalize('NFD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll(/œ/g, 'oe')
    .replaceAll(/[’'`´]/g, '’')
    .replaceAll(/[\s_]+/g, ' ')
    .trim()
