import type { ErrorCode, ErrorParameters } from '#domain/domain-error.ts'

const minutes = ({ minutes: count }: ErrorParameters): string => {
  const number = Math.max(1, Math.ceil(Number(count ?? 1)))
  if (number < 60) return number === 1 ? 'une minute' : `${number}\u00a0minutes`
  const hours = Math.ceil(number / 60)
  return hours === 1 ? 'une heure' : `${hours}\u00a0heures`
}

/** What each refusal says: what happened, and what to do next. The typography is literal, for every channel. */
export const errorSentences: Readonly<Record<ErrorCode, (parameters: ErrorParameters) => string>> = {
  INVALID_INPUT: ({ field }) =>
    field === undefined
      ? 'Cette demande est incomplète ou mal formée. Vérifiez ce qui a été saisi, puis recommencez.'
      : `La valeur de « ${field} » ne convient pas. Corrigez-la, puis recommencez.`,
  NOT_SIGNED_IN: () => 'Vous n’êtes pas connecté. Connectez-vous, puis recommencez.',
  WRONG_CREDENTIALS: () =>
    'Cette adresse et ce mot de passe ne vont pas ensemble. Vérifiez-les, ou demandez un nouveau mot de passe.',
  FORBIDDEN: () => 'Vous n’avez pas le droit de faire cela. Demandez-le à l’administration de votre organisation.',
  WRONG_ORIGIN: () => 'Cette demande vient d’une autre adresse que celle de la plateforme. Rechargez la page, puis recommencez.',
  PASSWORD_BY_LINK: () =>
    'Un mot de passe se change par un lien envoyé à l’adresse du compte. Demandez-le à la page « Mot de passe oublié ».',
  FIELD_FIXED: ({ field }) =>
    field === undefined
      ? 'Ce champ ne se change pas ici. Demandez-le à l’équipe de la plateforme.'
      : `«\u202f${field}\u202f» ne se change pas ici. Retirez-le de votre demande, ou adressez-vous à l’équipe de la plateforme.`,
  ADDRESS_UNCONFIRMED: ({ most }) =>
    `Tant que votre adresse n’est pas confirmée, vous pouvez envoyer ${most ?? 3}\u00a0invitations. Ouvrez le lien reçu par e-mail, puis invitez le reste de l’équipe.`,
  NOT_FOUND: () => 'Cette page ou cette donnée n’existe pas, ou ne vous est pas ouverte. Revenez à votre espace.',
  EMAIL_TAKEN: () =>
    'Cette adresse a déjà un compte. Connectez-vous, ou demandez un nouveau mot de passe.',
  ALREADY_MEMBER: () => 'Cette personne fait déjà partie de l’organisation. Vous pouvez changer son rôle dans l’équipe.',
  LAST_ADMINISTRATOR: () =>
    'Il faut au moins une personne pour administrer. Confiez d’abord ce rôle à quelqu’un d’autre.',
  ABORTED: () =>
    'Cette opération n’a pas pu aller au bout, et rien n’est modifié. Traitez les éléments un par un pour voir lequel l’empêche.',
  ALREADY_OPEN: () =>
    'Ce diagnostic est déjà ouvert\u00a0: il n’y en a qu’un à la fois pour ce référentiel et ce périmètre. Reprenez-le là où il en est.',
  OPERATION_REUSED: () =>
    'Cet envoi reprend le numéro d’un autre, au contenu différent\u00a0: rien n’a été enregistré. Rechargez la page, puis recommencez.',
  CHANGED_MEANWHILE: () =>
    'Quelqu’un d’autre a modifié ce champ entre-temps. Rien n’est perdu : comparez les deux textes, puis choisissez.',
  DIAGNOSTIC_LOCKED: () =>
    'Ce diagnostic est validé ou archivé : il se lit et s’exporte, mais ne change plus. Ouvrez la démarche en cours pour y écrire.',
  CAMPAIGN_LOCKED: () =>
    'Cette démarche est validée ou archivée : elle se lit et s’exporte, mais ne change plus.',
  DIAGNOSTIC_REPLACED: () =>
    'Ce diagnostic est passé à une nouvelle version du référentiel : continuez dans le nouveau. Ce que vous venez de saisir reste affiché ici, reportez-le là-bas.',
  SUBSCRIPTION_ENDED: () =>
    'L’abonnement de votre organisation est terminé : tout se lit et s’exporte, rien ne change. Renouvelez-le pour reprendre la saisie.',
  OUTSIDE_THEMES: () =>
    'Ce thème n’est pas parmi ceux qui vous sont confiés. Demandez-le à l’administration de votre organisation.',
  IN_USE: () => 'D’autres données en dépendent encore. Retirez-les ou déplacez-les d’abord, puis recommencez.',
  LINK_UNKNOWN: () => 'Ce lien n’est pas reconnu. Vérifiez qu’il est complet, ou demandez-en un nouveau.',
  LINK_EXPIRED: () => 'Ce lien a expiré. Demandez-en un nouveau à qui vous l’a envoyé.',
  LINK_USED: () => 'Ce lien a déjà servi. Connectez-vous, ou demandez-en un nouveau.',
  ORGANISATION_FIXED: () => 'Une donnée ne change pas d’organisation. Créez-la plutôt dans l’autre organisation.',
  FOREIGN_RELATION: ({ field }) =>
    field === undefined
      ? 'Ce lien mène à une donnée d’une autre organisation. Choisissez une donnée de la vôtre.'
      : `« ${field} » mène à une donnée d’une autre organisation. Choisissez une donnée de la vôtre.`,
  BODY_TOO_LARGE: ({ megabytes }) =>
    megabytes === undefined
      ? 'Cet envoi est trop volumineux. Réduisez le fichier, ou envoyez-le en plusieurs fois.'
      : `Cet envoi est trop volumineux : la limite est de ${megabytes}\u00a0Mo. Réduisez le fichier, ou envoyez-le en plusieurs fois.`,
  ACCOUNT_LOCKED: ({ minutes: count }) =>
    count === undefined
      ? 'Ce compte est bloqué pour un moment après trop d’essais. Réessayez dans un quart d’heure, ou demandez un nouveau mot de passe.'
      : `Ce compte est bloqué après trop d’essais. Réessayez dans ${minutes({ minutes: count })}, ou demandez un nouveau mot de passe.`,
  TOO_MANY_REQUESTS: (parameters) => `Trop de demandes en peu de temps. Réessayez dans ${minutes(parameters)}.`,
  UNKNOWN_PATH: ({ field }) =>
    field === undefined
      ? 'On ne peut ni chercher ni trier par ce champ. Choisissez-en un autre.'
      : `On ne peut ni chercher ni trier par « ${field} ». Choisissez un autre champ.`,
  UNEXPECTED: () =>
    'Cette demande n’a pas abouti, et ce n’est pas de votre fait. Réessayez ; si cela recommence, dites à l’équipe de la plateforme à quelle heure.',
  UNAVAILABLE: () =>
    'La plateforme ne répond pas pour l’instant. Rien n’a été changé ; réessayez dans une minute.',
  STORAGE_FULL: () =>
    'La plateforme n’a plus de place pour enregistrer. Rien n’a été changé ; prévenez l’équipe qui l’exploite, puis réessayez.',
}
