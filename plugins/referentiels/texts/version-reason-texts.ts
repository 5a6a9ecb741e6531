import { partWord } from './history-texts.ts'
import { fr } from './typography.ts'

type Counted = { readonly about: 'removed' | 'rescored' | 'added' | 'moved' | 'reworded'; readonly count: number }
export type VersionReason = (Counted | { readonly about: 'part'; readonly part: string }) & { readonly size: 'none' | 'patch' | 'minor' | 'major' }

const elements = (count: number, one: string, several: string): string => (count === 1 ? `un élément ${one}` : `${count} éléments ${several}`)

const what = (reason: VersionReason): string => {
  switch (reason.about) {
    case 'removed':
      return elements(reason.count, 'retiré', 'retirés')
    case 'rescored':
      return elements(reason.count, 'posé, compté ou appliqué autrement', 'posés, comptés ou appliqués autrement')
    case 'added':
      return elements(reason.count, 'ajouté', 'ajoutés')
    case 'moved':
      return elements(reason.count, 'déplacé', 'déplacés')
    case 'reworded':
      return elements(reason.count, 'reformulé', 'reformulés')
    case 'part':
      return `modification dans ${partWord(reason.part)}`
  }
}

const sizes = {
  none: 'sans effet',
  patch: 'les réponses gardent leur sens',
  minor: 'ce qui est ajouté peut rester sans réponse',
  major: 'le sens de réponses existantes change',
} as const

/** Why a change asks for a version number, in French. */
export const reasonText = (reason: VersionReason): string => {
  const words = what(reason)
  return fr`${words.charAt(0).toUpperCase()}${words.slice(1)} : ${sizes[reason.size]}.`
}
