'use server'

import { revalidatePath } from 'next/cache'
import { redirect } from 'next/navigation'
import { z } from 'zod'

import { emailSchema } from '#domain/identity/email.rules.ts'
import { roles } from '#domain/rights/rights.rules.ts'
import type { FormState } from '#features/forms/form-state.ts'
import { done, readForm, refused } from '#features/forms/form-state.ts'
import { cancelInvitation, invite } from '#server/accounts/invitations.ts'
import { changeRole, removeMember } from '#server/accounts/members.ts'
import { payloadInstance } from '#server/payload.ts'
import { consume } from '#server/rate-limit/consume.ts'
import { enterSpace } from '#server/session/enter-space.ts'
import { currentUser } from '#server/session/session.ts'
import { formTexts } from '#texts/compte.ts'
import { teamTexts } from '#texts/equipe.ts'

const inviteSchema = z.object({
  space: z.string(),
  email: z.string().transform((value, context) => {
    const parsed = emailSchema.safeParse(value)
    if (parsed.success) return parsed.data
    context.addIssue({ code: 'custom', message: formTexts.email })
    return z.NEVER
  }),
  role: z.enum(roles, teamTexts.roleMissing),
})

const memberSchema = z.object({ space: z.string(), membership: z.uuid() })
const roleSchema = memberSchema.extend({ role: z.enum(roles, teamTexts.roleMissing) })
const invitationSchema = z.object({ space: z.string(), invitation: z.uuid() })

/** The person, their scope and Payload: what every action of the team page starts with. */
const entering = async (space: string) => {
  const scope = await enterSpace(space)
  const user = await currentUser()
  if (user === null) redirect('/connexion')
  return { payload: await payloadInstance(), user, scope }
}

const teamPath = (number: number): string => `/espace/${number}/equipe`

export const inviteAction = async (_previous: FormState, data: FormData): Promise<FormState> => {
  const form = readForm(inviteSchema, data)
  if (!form.ok) return form.state
  const { space, email, role } = form.value
  const entered = await entering(space)
  const allowed = await consume({ payload: entered.payload, rule: 'invite', keys: { account: String(entered.user.id) } })
  if (!allowed.ok) return refused(data, allowed.error)
  const refusal = await invite(entered, { invitation: { email, role, themeLimits: [] }, now: new Date() }).then(
    () => null,
    (error: unknown) => refused(data, error, 'email'),
  )
  if (refusal !== null) return refusal
  revalidatePath(teamPath(entered.scope.organisation.number))
  return done(teamTexts.invited(email))
}

export const changeRoleAction = async (_previous: FormState, data: FormData): Promise<FormState> => {
  const form = readForm(roleSchema, data)
  if (!form.ok) return form.state
  const { space, membership, role } = form.value
  const entered = await entering(space)
  const refusal = await changeRole(entered, { membership, role }).then(
    () => null,
    (error: unknown) => refused(data, error, 'role'),
  )
  if (refusal !== null) return refusal
  revalidatePath(teamPath(entered.scope.organisation.number))
  return done(teamTexts.roleChanged)
}

export const removeMemberAction = async (_previous: FormState, data: FormData): Promise<FormState> => {
  const form = readForm(memberSchema, data)
  if (!form.ok) return form.state
  const { space, membership } = form.value
  const entered = await entering(space)
  const removed = await removeMember(entered, { membership }).catch((error: unknown) => refused(data, error))
  if ('status' in removed) return removed
  if (removed.self) redirect('/espace')
  revalidatePath(teamPath(entered.scope.organisation.number))
  return done(teamTexts.removed)
}

export const cancelInvitationAction = async (_previous: FormState, data: FormData): Promise<FormState> => {
  const form = readForm(invitationSchema, data)
  if (!form.ok) return form.state
  const { space, invitation } = form.value
  const entered = await entering(space)
  const refusal = await cancelInvitation(entered, { invitation, now: new Date() }).then(
    () => null,
    (error: unknown) => refused(data, error),
  )
  if (refusal !== null) return refusal
  revalidatePath(teamPath(entered.scope.organisation.number))
  return done(teamTexts.cancelled)
}
