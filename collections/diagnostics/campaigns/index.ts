import type { CollectionConfig } from 'payload'

import { campaignStates } from '#domain/diagnostic/states.ts'
import { nobodyField } from '#server/scope/access.ts'
import { labels } from '#texts/admin.ts'
import { collectionDescriptions } from '#texts/administration.ts'

import { keepClosed } from '../../shared/keep-closed.ts'
import { dayField, wordField } from '../../shared/stored-fields.ts'
import { followNoCircle } from './hooks/follow-no-circle.ts'

/** One cycle of an organisation: its dates are its own, it is not a calendar year. */
export const campaigns: CollectionConfig = {
  slug: 'campaigns',
  labels: labels.campaigns,
  admin: {
    group: labels.groups.diagnostics,
    description: collectionDescriptions.campaigns,
    useAsTitle: 'label',
    defaultColumns: ['label', 'organisation', 'startOn', 'endOn', 'state'],
  },
  hooks: {
    beforeValidate: [
      followNoCircle,
      keepClosed({ open: ['preparation', 'running', 'toValidate'], fields: ['label', 'startOn', 'endOn', 'assemblyOn', 'previous'], code: 'CAMPAIGN_LOCKED' }),
    ],
  },
  fields: [
    { name: 'label', label: 'Intitulé', type: 'text', required: true, maxLength: 200 },
    dayField('startOn', 'Début', { required: true }),
    dayField('endOn', 'Fin', { required: true }),
    dayField('assemblyOn', 'Assemblée générale'),
    { name: 'previous', label: labels.previousCampaign, type: 'relationship', relationTo: 'campaigns' },
    wordField('state', 'État', { values: campaignStates, initial: 'running', create: nobodyField, update: nobodyField }),
  ],
}
