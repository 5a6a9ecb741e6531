import { partWords, rowWords } from '../studio/fields/field-words.ts'
import type { LogLine } from '../studio/log.ts'
import { fr } from './typography.ts'

const named = ({ subject }: LogLine): string => {
  if (subject === null) return ''
  const what = subject.row === 'node' ? 'élément' : 'question'
  return subject.title === null ? fr`${what} « ${subject.code} »` : fr`${what} « ${subject.code} » (${subject.title})`
}

const partNames: ReadonlyMap<string, string> = new Map([
  ['title', 'le titre'], ['shortTitle', 'le titre court'], ['description', 'la description'], ['locales', 'les langues'],
  ['defaultLocale', 'la langue par défaut'], ['publisher', 'l’éditeur'], ['rights', 'les droits'], ['sources', 'les sources'],
  ['validFrom', 'le début de validité'], ['validUntil', 'la fin de validité'], ['kinds', 'les niveaux de plan'],
  ['profileFields', 'les champs de profil'], ['lists', 'les listes'], ['scales', 'les échelles'], ['scoring', 'le calcul'],
  ['subsets', 'les sous-ensembles'], ['dialogue', 'les questions de dialogue'], ['presentation', 'la présentation'],
  ['mappings', 'les correspondances'], ['migrations', 'la migration'], ['binding', 'la diffusion'], ['expect', 'les totaux annoncés'],
  ['derivedFrom', 'l’origine'],
])

/** A part of a référentiel, in words that follow a verb. */
export const partWord = (part: string): string => partNames.get(part) ?? part

/** What one change did, in French, for whoever reads a draft's history. */
export const historyLine = (line: LogLine): string => {
  const { change, outcome } = line
  const given = outcome.status === 'applied' ? outcome.code : undefined
  switch (change.kind) {
    case 'set':
    case 'unset':
    case 'arrange': {
      const verb = change.kind === 'set' ? 'Modifié' : change.kind === 'unset' ? 'Retiré' : 'Réordonné'
      const [about, place] =
        'part' in change.target
          ? [partWord(change.target.part), partWords(change.target.part, change.path)]
          : [named(line), rowWords(line.subject?.row ?? 'node', change.path)]
      return place === '' ? fr`${verb} : ${about}` : fr`${verb} : ${about}, ${place}`
    }
    case 'add-node':
      return fr`Ajouté : élément « ${given ?? ''} »`
    case 'add-question':
      return fr`Ajoutée : question « ${given ?? ''} »`
    case 'duplicate':
      return fr`Copié : ${named(line)}, en « ${given ?? ''} »`
    case 'move':
      return fr`Déplacé : ${named(line)}`
    case 'rename':
      return fr`Nouveau code : ${named(line)}, en « ${change.code} »`
    case 'renumber':
      return line.subject === null ? 'Renumérotation de l’ensemble' : fr`Renumérotation sous ${named(line)}`
    case 'remove': {
      const below = (line.removal?.rows.length ?? 1) - 1
      return below > 0 ? fr`Supprimé : ${named(line)}, avec ${below} éléments ou questions` : fr`Supprimé : ${named(line)}`
    }
    case 'restore':
      return 'Suppression annulée'
    case 'version':
      return fr`Numéro de version : ${change.version}`
  }
}
