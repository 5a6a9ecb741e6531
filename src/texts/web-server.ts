/** What the web server itself answers, before any page: a request that is too large, or for another name. */
export const webServerTexts = {
  /** @param megabytes what may be sent at most */
  bodyTooLarge: (megabytes: number): string =>
    `Votre envoi est trop volumineux\u00a0: la limite est de ${megabytes}\u00a0Mo. Réduisez le fichier ou envoyez-le en plusieurs fois.`,
  wrongHost: (publicUrl: string): string =>
    `Cette adresse ne mène pas à la plateforme. Rendez-vous sur ${publicUrl}.`,
  stopping: 'La plateforme redémarre. Réessayez dans quelques instants.',
}
