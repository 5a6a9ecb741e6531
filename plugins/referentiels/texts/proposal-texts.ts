import type { Proposal, ProposalReason } from '../engine/migration/propose.ts'
import { fr } from './typography.ts'

const reasons: Readonly<Record<ProposalReason, string>> = {
  'same-external-code': 'Même code externe.',
  'same-text': 'Même texte, autre code.',
  'alike-text': fr`Texte proche : à confirmer par chaque organisation.`,
  'alike-code': fr`Code et place proches, texte différent : à vérifier.`,
  'merged-into': fr`Son texte se retrouve dans un autre élément : les réponses se rejoignent, la plus basse est proposée.`,
  'split-into': fr`Son texte est réparti entre plusieurs éléments : la réponse est recopiée dans chacun.`,
  'type-changed': fr`La réponse n'est plus du même type : vérifiez ce que devient chaque valeur.`,
  'scale-changed': fr`L'échelle a changé : vérifiez ce que devient chaque valeur.`,
  'words-changed': fr`Le texte qui interroge a changé : les réponses sont à confirmer. S'il ne s'agit que d'une faute corrigée, dites-le.`,
  'code-reused': fr`Ce code désigne maintenant autre chose. Si les anciennes réponses n'ont plus de sens, marquez-le « removed » et donnez un nouveau code.`,
  'nothing-alike': fr`Rien ne lui ressemble dans la nouvelle version : les réponses restent lisibles dans l'ancienne.`,
}

/** Why a migration line is proposed, for its author. */
export const proposalText = ({ reason }: Pick<Proposal, 'reason'>): string => reasons[reason]
