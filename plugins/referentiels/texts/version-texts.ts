import type { Finding } from '../engine/findings/finding.ts'
import { fr } from './typography.ts'

const next = ({ suggestion }: Finding): string =>
  suggestion === undefined ? fr`Donnez-lui une version plus haute.` : fr`Donnez-lui la version ${suggestion}.`

/** Version of this référentiel that is already stored, which the importer gives. */
const stored = ({ parameters }: Finding): string => String(parameters?.['stored'] ?? '')

/** What is said of a version beside those already stored: the importer finds these. */
export const versionTexts = {
  VERSION_EXISTE: (finding: Finding) =>
    fr`La version ${String(finding.value)} existe déjà en brouillon avec un autre contenu. Confirmez son remplacement, ou changez de version. ${next(finding)}`,
  VERSION_PUBLIEE: (finding: Finding) =>
    fr`La version ${String(finding.value)} est publiée : elle ne change plus. ${next(finding)}`,
  VERSION_RECULE: (finding: Finding) =>
    fr`La version ${String(finding.value)} est plus ancienne que la version ${stored(finding)} déjà enregistrée. Elle sera gardée comme archive ; pour la proposer, augmentez son numéro.`,
  IDENTIFIANT_PRIS: ({ value }: Finding) =>
    fr`L'identifiant « ${String(value)} » est déjà celui d'un référentiel qui appartient à d'autres. Rien n'est chargé : donnez un autre identifiant à celui-ci.`,
  VERSION_INSUFFISANTE: (finding: Finding) =>
    fr`La version ${String(finding.value)} ne dit pas l'ampleur du changement depuis la version ${stored(finding)}. ${next(finding)}`,
  SANS_CHANGEMENT: (finding: Finding) =>
    fr`La version ${String(finding.value)} a le même contenu que la version ${stored(finding)} : aucun changement.`,
}
