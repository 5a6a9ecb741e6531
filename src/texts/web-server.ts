/** What the web server itself answers, before any page. */
export const webServerTexts = {
  /** To a request under a name that is not ours. */
  wrongHost: (publicUrl: string): string => `Cette adresse ne mène pas à la plateforme. Rendez-vous sur ${publicUrl}.`,
  tooManyBodies: 'Trop d’envois arrivent en même temps. Recommencez dans quelques secondes.',
  unknownMethod: 'Cette façon de demander une page n’existe pas ici.',
  bodyTooSlow: 'Cet envoi est arrivé trop lentement et n’a pas été pris. Vérifiez votre connexion, puis recommencez.',
}
