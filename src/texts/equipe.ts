import type { Role } from '#domain/rights/rights.rules.ts'

import { labels } from './admin.ts'
import { fr } from './typography.ts'

const roleName: Record<Role, string> = labels.role

/** The team page: who is in, with which role, who was invited. Names that people typed go in as they are. */
export const teamTexts = {
  closed: fr(
    'L’abonnement est terminé : on n’invite plus et les rôles ne changent plus. Vous pouvez toujours retirer quelqu’un de l’équipe, ou la quitter.',
  ),
  title: 'Équipe',
  lead: fr('Les personnes qui ont accès à cet espace, et ce que chacune peut y faire.'),
  count: (count: number) => (count === 1 ? '1 personne' : `${count} personnes`),
  roleName,
  roleDoes: {
    admin: fr('Lit et écrit tout, invite et retire des personnes, valide la démarche.'),
    contributor: fr('Répond au diagnostic, décrit des pratiques, fait avancer des actions.'),
    reader: fr('Lit tout, sans rien modifier. Pour un conseil d’administration, un CSE, un financeur.'),
  } satisfies Record<Role, string>,
  rolesTitle: 'Ce que permet chaque rôle',
  readOnly: (administrators: string) =>
    `Vous pouvez lire cette liste. Pour inviter quelqu’un ou changer un rôle, demandez à ${administrators}.`,
  columns: { person: 'Personne', role: 'Rôle', since: 'Depuis le', actions: 'Actions' },
  membersTitle: 'Membres',
  membersList: 'Liste des membres',
  you: 'vous',
  limited: 'limité à certains thèmes',
  changeRole: {
    open: 'Changer le rôle',
    openFor: (name: string) => `Changer le rôle de ${name}`,
    title: (name: string) => `Quel rôle pour ${name}\u202f?`,
    legend: 'Rôle',
    save: 'Enregistrer le rôle',
    saving: 'Enregistrement…',
  },
  remove: {
    open: 'Retirer',
    openFor: (name: string) => `Retirer ${name}`,
    title: (name: string) => `Retirer ${name} de l’équipe\u202f?`,
    consequence: (name: string) =>
      `${name} n’aura plus accès à cet espace dès aujourd’hui. Ce qui a été écrit reste, avec son nom.`,
    confirm: fr('Retirer de l’équipe'),
    working: 'Retrait…',
  },
  leave: {
    open: fr('Quitter l’équipe'),
    title: (organisation: string) => `Quitter l’espace «\u202f${organisation}\u202f»\u202f?`,
    before: fr('En quittant l’équipe, vous n’avez plus accès à cet espace. Ce que vous avez écrit y reste.'),
    consequence: fr(
      'Vous n’y aurez plus accès dès maintenant. Pour revenir, il faudra qu’une personne de l’équipe vous invite.',
    ),
    confirm: fr('Quitter l’équipe'),
    working: 'Départ…',
  },
  lastAdministrator: {
    reason: fr(
      'Vous êtes la seule personne à administrer cet espace : sans vous, plus personne ne pourrait inviter ni valider.',
    ),
    mend: fr('Donnez d’abord le rôle « Administration » à quelqu’un d’autre ; vous pourrez ensuite changer le vôtre.'),
    ofOther: fr(
      'C’est la seule personne qui administre cet espace. Donnez d’abord le rôle « Administration » à quelqu’un d’autre.',
    ),
  },
  invite: {
    title: 'Inviter une personne',
    lead: fr('Elle reçoit un message avec un lien personnel, valable quatorze jours.'),
    email: 'Adresse e-mail',
    role: 'Rôle',
    send: fr('Envoyer l’invitation'),
    sending: 'Envoi…',
  },
  invitations: {
    title: 'Invitations en attente',
    list: 'Liste des invitations en attente',
    none: fr('Aucune invitation n’attend de réponse'),
    noneHint: fr('Les personnes que vous invitez apparaissent ici jusqu’à ce qu’elles aient rejoint l’équipe.'),
    columns: { email: 'Adresse et rôle', sent: 'Envoyée', actions: 'Actions' },
    sentBy: (day: string, name: string) => `le ${day} par ${name}`,
    sent: (day: string) => `le ${day}`,
    until: (day: string) => `valable jusqu’au ${day}`,
    expired: (day: string) => `expirée depuis le ${day}`,
    resend: 'Renvoyer',
    resendTo: (email: string) => `Renvoyer l’invitation à ${email}`,
    resending: 'Envoi…',
    cancel: 'Annuler',
    cancelOf: (email: string) => `Annuler l’invitation de ${email}`,
    cancelling: 'Annulation…',
  },
  roleMissing: fr('Choisissez un rôle.'),
  invited: (email: string) => `Invitation envoyée à ${email}. Elle est valable quatorze jours.`,
  roleChanged: fr('Rôle enregistré.'),
  removed: fr('C’est fait : cette personne n’a plus accès à l’espace.'),
  cancelled: fr('Invitation annulée : son lien n’ouvre plus rien.'),
} as const
