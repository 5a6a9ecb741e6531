/** What is wrong with a single field, by the code that its rule answers. */
const sentences: Readonly<Record<string, string>> = {
  CALENDAR_DATE: 'Écrivez la date sous la forme 2026-11-23, avec un jour qui existe.',
  SIRET_LENGTH: 'Un SIRET compte 14 chiffres.',
  SIRET_KEY: 'Ce SIRET contient une faute de frappe : sa clé ne correspond pas.',
  FINESS: 'Un numéro FINESS compte 9 caractères : 9 chiffres, ou 2A ou 2B puis 7 chiffres.',
  EMAIL_LENGTH: 'Cette adresse est trop longue.',
  EMAIL_FORM: 'Écrivez une adresse comme prenom.nom@exemple.fr.',
}

export const emptyField = 'Ce champ est à remplir.'

/** The sentence for a code; one that no rule has named yet gets a general one. */
export const fieldSentence = (code: string): string => sentences[code] ?? 'Cette valeur ne convient pas.'
