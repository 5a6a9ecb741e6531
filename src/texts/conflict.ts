/** What is said when two versions of one field meet: rare, and loaded when it happens. */
import { fr } from './typography.ts'

export const conflictTexts = {
  text: (name: string) => fr(`${name} a modifié ce texte pendant que vous écriviez. Rien n’est perdu : choisissez ce que vous gardez.`),
  choice: (name: string) => fr(`${name} a répondu autre chose en même temps que vous. Choisissez la réponse que vous gardez.`),
  ownText: fr('Vous avez modifié ce texte dans un autre onglet pendant que vous écriviez ici. Rien n’est perdu : choisissez ce que vous gardez.'),
  ownChoice: fr('Vous avez répondu autre chose dans un autre onglet. Choisissez la réponse que vous gardez.'),
  someone: fr('Quelqu’un'),
  theirs: (time: string, name: string) => `${name} à ${time}\u00a0:`,
  ownElsewhere: (time: string) => `Vous, dans un autre onglet, à ${time}\u00a0:`,
  ownHere: 'Vous, ici\u00a0:',
  mine: 'Vous\u00a0:',
  both: 'Garder les deux',
  takeTheirs: fr('Prendre l’autre version'),
  keepMine: 'Garder la mienne',
  empty: '(rien)',
} as const
