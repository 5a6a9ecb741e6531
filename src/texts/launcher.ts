/** What a person reads once the platform has started: where it is, and with which accounts to look around. */
export const launcherTexts = {
  address: (url: string): string => `ESS Pratiques répond sur ${url}`,
  accountsTitle: 'Comptes de démonstration (mot de passe\u00a0: demonstration)',
  /** Design §6: the address and what the account shows. */
  accounts: [
    ['pilote@demo.test', 'pilote de la démarche, administre son organisation'],
    ['contributeur@demo.test', 'contribue dans la même organisation'],
    ['lecteur@demo.test', 'lit dans la même organisation'],
    ['pilote2@demo.test', 'administre une autre organisation, hors réseau'],
    ['reseau@demo.test', 'tête de réseau'],
    ['consultant@demo.test', 'consultant mandaté'],
    ['equipe@demo.test', 'équipe de la CRESS, administre la plateforme (/admin)'],
  ],
  stop: 'Ctrl+C pour arrêter.',
} as const satisfies Record<string, unknown>
