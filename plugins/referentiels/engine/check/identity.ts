import type { Finding } from '../findings/finding.ts'
import type { Facts } from './facts.ts'

/** The identifier that the template has (`texts/template-texts.ts`). */
const templateId = 'mon-referentiel'

/** IDENTIFIANT_MODELE: whose author left the template's identifier will meet another who did, and is then refused. */
export const identity = ({ outline }: Facts): readonly Finding[] =>
  outline.id === templateId ? [{ severity: 'warning', code: 'IDENTIFIANT_MODELE', path: ['id'], value: templateId }] : []
