export const emptyField = 'Ce champ est à remplir.'

/** What is wrong with a single field, by the code that its rule answers. */
const sentences: Readonly<Record<string, string>> = {
  CALENDAR_DATE: 'Écrivez la date sous la forme 2026-11-23, avec un jour qui existe.',
  SIRET_LENGTH: 'Un SIRET compte 14 chiffres.',
  SIRET_KEY: 'Ce SIRET contient une faute de frappe : sa clé ne correspond pas.',
  FINESS: 'Un numéro FINESS compte 9 caractères : 9 chiffres, ou 2A ou 2B puis 7 chiffres.',
  NAME_MISSING: emptyField,
  NAME_LENGTH: 'Ce nom est trop long. Raccourcissez-le.',
  NAME_FORM: 'Écrivez un nom sur une ligne, avec au moins une lettre, sans chevrons, guillemets droits ni @.',
  LABEL_MISSING: emptyField,
  LABEL_LENGTH: 'Ce nom est trop long. Raccourcissez-le.',
  LABEL_FORM: 'Écrivez ce nom sur une ligne, avec au moins une lettre ou un chiffre, sans chevrons.',
  TIME_ZONE: 'Écrivez un fuseau horaire comme Europe/Paris.',
  EMAIL_LENGTH: 'Cette adresse est trop longue.',
  EMAIL_FORM: 'Écrivez une adresse comme prenom.nom@exemple.fr.',
}

/** The sentence for a code; one that no rule has named yet gets a general one. */
export const fieldSentence = (code: string): string => sentences[code] ?? 'Cette valeur ne convient pas.'
