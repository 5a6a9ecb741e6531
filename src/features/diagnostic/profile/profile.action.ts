'use server'

import { redirect } from 'next/navigation'
import { z } from 'zod'

import { DomainError } from '#domain/domain-error.ts'
import type { FormState } from '#features/forms/form-state.ts'
import { readForm, refused } from '#features/forms/form-state.ts'
import { changeProfile } from '#server/diagnostics/change-profile.ts'
import { payloadInstance } from '#server/payload.ts'
import { compiledRevision } from '#server/referentiels/revisions.ts'
import { enterSpace } from '#server/session/enter-space.ts'
import { currentUser } from '#server/session/session.ts'

import { listDiagnostics } from '../diagnostic.queries.ts'
import { lockOf } from '../write-access.ts'
import { placeHref } from './place-href.ts'
import { again, readProfile } from './read-profile.ts'

const profileSchema = z.object({ space: z.string(), diagnostic: z.uuid(), theme: z.string().max(200), criterion: z.string().max(200) })

/** Says the profile of an open diagnostic anew, and goes back to where it was asked for. */
export const changeProfileAction = async (_previous: FormState, data: FormData): Promise<FormState> => {
  const form = readForm(profileSchema, data)
  if (!form.ok) return again(form.state, data)
  const { space, diagnostic: id, theme, criterion } = form.value
  const scope = await enterSpace(space)
  const user = await currentUser()
  if (user === null) redirect('/connexion')
  const payload = await payloadInstance()
  const diagnostic = (await listDiagnostics(scope, payload.db.drizzle)).find((each) => each.id === id)
  if (diagnostic === undefined) return again(refused(data, new DomainError('NOT_FOUND')), data)
  if (!scope.rights.has('diagnostic:manage')) return again(refused(data, new DomainError('FORBIDDEN')), data)
  const lock = lockOf(scope, diagnostic, new Date())
  if (lock !== null) return again(refused(data, new DomainError(lock === 'subscription' ? 'SUBSCRIPTION_ENDED' : 'DIAGNOSTIC_LOCKED')), data)
  const { profileFields } = await compiledRevision(payload.db.drizzle, diagnostic)
  const { profile, errors } = readProfile(profileFields, data)
  if (Object.keys(errors).length > 0) return again({ ...refused(data, new DomainError('INVALID_INPUT')), errors }, data)
  const failed = await changeProfile({ payload, user, scope }, { diagnostic: id, profile }).then(
    () => null,
    (error: unknown) => refused(data, error),
  )
  if (failed !== null) return again(failed, data)
  redirect(placeHref(`/espace/${scope.organisation.number}/diagnostic/${id}`, { theme, criterion }))
}
