import type { RefusalCode } from '../studio/contract/changes.ts'
import type { StudioErrorCode } from '../studio/contract/refusal.ts'
import { fr } from './typography.ts'

/** What the studio answers when it cannot do what was asked: what is wrong, and what to do about it. */
export const studioErrorTexts: Readonly<Record<StudioErrorCode, string>> = {
  NOT_SIGNED_IN: fr`Votre session a pris fin. Connectez-vous de nouveau : ce qui est enregistré est conservé.`,
  FORBIDDEN_ORIGIN: fr`Cette demande ne vient pas d'une page de la plateforme.`,
  NOT_FOUND: fr`Ce brouillon n'existe plus, ou vous n'y avez pas accès.`,
  INVALID_INPUT: fr`La demande n'a pas la forme attendue. Rechargez la page ; si cela continue, signalez-le.`,
  TOO_LARGE: fr`C'est trop volumineux pour être envoyé en une fois.`,
  CHANGED_MEANWHILE: fr`Le brouillon a changé depuis. Relisez ce qui suit avant de continuer.`,
  REFUSED: fr`Le brouillon ne peut pas être publié en l'état : corrigez d'abord les erreurs signalées.`,
  BUSY: fr`Un autre fichier est en cours de lecture. Réessayez dans quelques secondes.`,
  ID_TAKEN: fr`Cet identifiant est déjà celui d'un autre référentiel. Choisissez-en un autre.`,
  VERSION_TAKEN: fr`Ce référentiel a déjà une version de ce numéro. Choisissez-en un autre.`,
  NOT_AVAILABLE: fr`Ce format n'est pas disponible ici.`,
}

export const refusalTexts: Readonly<Record<RefusalCode, string>> = {
  CODE_INVALID: fr`Un code se compose de lettres sans accent, de chiffres, de points, de tirets et de traits bas ; il commence et finit par une lettre ou un chiffre.`,
  CODE_TAKEN: fr`Ce code est déjà celui d'un autre élément ou d'une autre question.`,
  KIND_UNKNOWN: fr`Ce type d'élément n'existe pas dans ce référentiel.`,
  LOOP: fr`Un élément ne peut pas être placé sous lui-même.`,
  SHAPE: fr`Cette valeur ne peut pas se trouver à cet endroit.`,
  UNKNOWN: fr`Cet endroit du brouillon n'existe pas.`,
  TOO_LARGE: fr`Cette valeur est trop longue.`,
  FULL: fr`Le référentiel ne peut pas contenir davantage d'éléments ou de questions.`,
  VERSION_INVALID: fr`Un numéro de version se compose de trois nombres, par exemple 2.1.0.`,
  VERSION_TAKEN: fr`Ce référentiel a déjà une version de ce numéro.`,
}

export const conflictTexts = {
  changed: fr`Quelqu'un d'autre a modifié cela entre-temps : sa version est conservée, la vôtre n'est pas enregistrée.`,
  gone: fr`Cela a été supprimé entre-temps.`,
} as const
