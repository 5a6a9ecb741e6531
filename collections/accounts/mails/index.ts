import type { CollectionConfig } from 'payload'

import { nobody, platformAdmins } from '#server/scope/access.ts'

import { frenchDate } from '../../shared/french-date.ts'
import { isMailState } from './mail-states.ts'

/**
 * The outbox: every mail that the platform sends, written in the transaction of what caused it. No channel
 * writes these rows; `src/server/mail` does. Bodies carry personal links, so that they are secrets: a
 * delivered body is replaced by a note, and what remains is read by the platform's administrators alone.
 */
export const mails: CollectionConfig = {
  slug: 'mails',
  labels: { singular: 'E-mail', plural: 'E-mails' },
  lockDocuments: false,
  admin: {
    // Out of the navigation: `/admin/e-mails` shows them with what an administrator can do.
    group: false,
    useAsTitle: 'subject',
    defaultColumns: ['createdAt', 'to', 'subject', 'purpose', 'state', 'attempts'],
    listSearchableFields: ['to', 'subject'],
    description:
      'Ce que la plateforme a envoyé ou va envoyer. Un message remis n’est plus conservé en clair.',
  },
  access: { read: platformAdmins, create: nobody, update: nobody, delete: nobody },
  defaultSort: '-createdAt',
  fields: [
    { name: 'to', label: 'Destinataire', type: 'text', required: true, index: true, maxLength: 254 },
    { name: 'subject', label: 'Objet', type: 'text', required: true, maxLength: 200 },
    {
      name: 'text',
      label: 'Texte',
      type: 'textarea',
      required: true,
      custom: { audit: 'secret' },
    },
    {
      name: 'html',
      label: 'Version HTML',
      type: 'code',
      admin: { language: 'html' },
      custom: { audit: 'secret' },
    },
    {
      name: 'bodyHash',
      label: 'Empreinte du contenu (SHA-256)',
      type: 'text',
      required: true,
      admin: { position: 'sidebar' },
    },
    {
      name: 'purpose',
      label: 'Motif',
      type: 'text',
      required: true,
      maxLength: 64,
      admin: { position: 'sidebar' },
    },
    {
      name: 'state',
      label: 'État',
      type: 'text',
      required: true,
      index: true,
      defaultValue: 'queued',
      validate: (value: string | null | undefined) => isMailState(value) || 'Cet état n’existe pas.',
      admin: { position: 'sidebar' },
    },
    {
      name: 'attempts',
      label: 'Tentatives',
      type: 'number',
      required: true,
      defaultValue: 0,
      min: 0,
      admin: { position: 'sidebar' },
    },
    { name: 'lastError', label: 'Dernière erreur', type: 'textarea', admin: { position: 'sidebar' } },
    { name: 'sentAt', label: 'Remis le', type: 'date', admin: { position: 'sidebar', date: frenchDate } },
    {
      name: 'organisation',
      label: 'Organisation',
      type: 'relationship',
      relationTo: 'organisations',
      index: true,
      admin: { position: 'sidebar' },
    },
  ],
}
