import type { CollectionConfig, Field } from 'payload'

import { diagnosticStates } from '#domain/diagnostic/states.ts'
import { nobodyField } from '#server/scope/access.ts'
import { labels } from '#texts/admin.ts'
import { collectionDescriptions } from '#texts/administration.ts'

import { profileValidation } from '../../accounts/establishments/profile.ts'
import { keepClosed } from '../../shared/keep-closed.ts'
import { wordField } from '../../shared/stored-fields.ts'
import { checkProfile } from './hooks/check-profile.ts'
import { pinRevision } from './hooks/pin-revision.ts'

/** Set once: a diagnostic is pinned to its revision for ever. Triggers say the same. */
const pinned = <F extends Field>(field: F): F => ({ ...field, access: { update: nobodyField } })

/** A référentiel answered in a campaign, for the organisation or for one establishment. */
export const diagnostics: CollectionConfig = {
  slug: 'diagnostics',
  labels: labels.diagnostics,
  admin: {
    group: labels.groups.diagnostics,
    description: collectionDescriptions.diagnostics,
    useAsTitle: 'scopeLabel',
    defaultColumns: ['scopeLabel', 'organisation', 'referentiel', 'subset', 'state', 'updatedAt'],
  },
  indexes: [{ fields: ['organisation', 'state'] }],
  hooks: { beforeValidate: [pinRevision, checkProfile, keepClosed({ open: ['open'], fields: ['scopeLabel', 'profile'], code: 'DIAGNOSTIC_LOCKED' })] },
  fields: [
    pinned({ name: 'campaign', label: labels.campaigns.singular, type: 'relationship', relationTo: 'campaigns', required: true }),
    pinned({ name: 'revision', label: 'Version du référentiel', type: 'relationship', relationTo: 'revisions', required: true }),
    // Of the revision, for lists that need not read it.
    pinned({ name: 'referentiel', label: 'Référentiel', type: 'text', required: true, index: true }),
    pinned({ name: 'subset', label: 'Sous-ensemble', type: 'text' }),
    // The rules it is computed with; none where the référentiel has none.
    pinned({ name: 'rulesVersion', label: 'Version du calcul', type: 'text' }),
    { name: 'scopeLabel', label: 'Périmètre', type: 'text', required: true, maxLength: 200 },
    pinned({ name: 'establishment', label: labels.establishments.singular, type: 'relationship', relationTo: 'establishments' }),
    // Its own copy: what applied when it was answered stays, whatever becomes of the organisation.
    { name: 'profile', label: 'Profil', type: 'json', required: true, defaultValue: {}, validate: profileValidation },
    // The diagnostic on an older version of the référentiel whose answers it carries. Set by the move alone.
    { name: 'replaces', label: 'Remplace', type: 'relationship', relationTo: 'diagnostics', access: { create: nobodyField, update: nobodyField } },
    // It opens as it begins; the acts that close it set the rest.
    wordField('state', 'État', { values: diagnosticStates, initial: 'open', create: nobodyField, update: nobodyField }),
  ],
}
