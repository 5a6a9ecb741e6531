import { fr } from './typography.ts'

/** What the page of the workbook's columns says around them. */
export const columnsPageTexts = {
  title: '# Les feuilles et les colonnes du classeur',
  written: fr`<!-- Page écrite par « npm run reference » à partir de la description des feuilles : ne pas la modifier à la main. -->`,
  intro: fr`Pour apprendre à s'en servir, commencer par [le guide](referentiels.md#avec-un-classeur). Une colonne de textes a une colonne de plus par langue, avec la langue entre crochets : titre[en]. Les majuscules, les accents et les espaces des titres ne comptent pas. Une feuille ou une colonne dont le nom commence par _ n'est pas lue.`,
  required: 'obligatoire',
  neededSheet: '(obligatoire)',
  columnsHead: '| Colonne | Contenu | | À quoi elle sert |',
  fieldsHead: '| Champ | Contenu | | À quoi il sert |',
  forms: {
    text: 'texte',
    texts: 'textes séparés par des points-virgules',
    code: 'texte court ou code',
    codes: 'codes séparés par des points-virgules',
    number: 'nombre',
    score: 'nombre, ou hors calcul',
    day: 'date',
    word: 'mot',
    words: 'mots séparés par des points-virgules',
    values: 'ancienne = nouvelle, séparées par des points-virgules',
    boolean: 'oui ou non',
    none: 'aucun',
  },
} as const
