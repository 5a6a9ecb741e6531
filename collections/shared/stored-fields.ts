import type { Field, FieldAccess, TextFieldSingleValidation } from 'payload'

import { plausibleDaySchema } from '#domain/calendar/calendar-date.ts'
import { nobodyField } from '#server/scope/access.ts'
import { fieldSentence } from '#texts/fields.ts'

import { checkedBy } from './text-rules.ts'

/** A day without a time, of a year that somebody may mean: a slip of the finger (0202, 20266) is no campaign of another age. */
export const dayField = (name: string, label: string, rules: { readonly required?: boolean } = {}): Field => ({
  name,
  label,
  type: 'text',
  validate: checkedBy(plausibleDaySchema),
  ...rules,
})

const oneOf =
  (values: readonly string[]): TextFieldSingleValidation =>
  (value) =>
    value === undefined || value === null || values.includes(value) || fieldSentence('')

/**
 * One of the product's own words, as text with a check here and in the database: adding a word is then not a
 * change of a PostgreSQL type.
 */
export const wordField = (
  name: string,
  label: string,
  { values, initial, create, update }: { readonly values: readonly string[]; readonly initial: string; readonly create?: FieldAccess; readonly update?: FieldAccess },
): Field => ({
  name,
  label,
  type: 'text',
  required: true,
  defaultValue: initial,
  validate: oneOf(values),
  access: { ...(create && { create }), ...(update && { update }) },
})

/** A relation to the person who wrote last; set by the platform alone. */
export const updatedBy: Field = {
  name: 'updatedBy',
  label: 'Modifié par',
  type: 'relationship',
  relationTo: 'users',
  access: { create: nobodyField, update: nobodyField },
}

/**
 * Why a row that was carried from an older version of the référentiel waits for somebody to confirm it; null once it is.
 * Words of the engine (`ConfirmReason`), as text.
 */
export const toConfirm: Field = { name: 'toConfirm', label: 'À confirmer', type: 'text' }

/** How often the row was written: what a writer says to have seen. */
export const rowRevision: Field = {
  name: 'revision',
  label: 'Compteur de modifications',
  type: 'number',
  required: true,
  defaultValue: 1,
}

/**
 * Payload's own times, without the indexes that it would give them: on rows that are written at every answer,
 * an index on a time that always changes would be the dearest part of the write.
 */
export const timesWithoutIndex: readonly Field[] = [
  { name: 'updatedAt', label: 'Modifié le', type: 'date', required: true, admin: { hidden: true } },
  { name: 'createdAt', label: 'Créé le', type: 'date', required: true, admin: { hidden: true } },
]
