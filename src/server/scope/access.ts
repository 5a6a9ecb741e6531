import type { Access, AccessArgs, FieldAccess, Where } from 'payload'

import type { Actor, Right } from '#domain/rights/rights.rules.ts'
import { isPlatformAdmin, organisationsWith } from '#domain/rights/rights.rules.ts'

import { actorOf } from './actor.ts'

/** `true` for all, `false` for none: an empty `in` and an undefined `equals` both go wrong in SQL. */
export const whereOrganisationIn = (
  organisations: 'all' | readonly string[],
  path = 'organisation',
): boolean | Where => {
  if (organisations === 'all') return true
  return organisations.length === 0 ? false : { [path]: { in: [...organisations] } }
}

/** Rows of organisations in which the person has the right; `path` is the column that names the organisation. */
export const inOrganisationsWith =
  (right: Right, path = 'organisation'): Access =>
  async ({ req }) =>
    whereOrganisationIn(organisationsWith(await actorOf(req), right), path)

/** Any of several grounds: each says true, false or which rows. */
export const anyOf =
  (...grounds: readonly Access[]): Access =>
  async (args: AccessArgs) => {
    const answers = await Promise.all(grounds.map(async (ground) => ground(args)))
    if (answers.includes(true)) return true
    const wheres = answers.filter((answer): answer is Where => typeof answer === 'object')
    return wheres.length === 0 ? false : { or: wheres }
  }

const byActor =
  (rule: (actor: Actor | null) => boolean): Access =>
  async ({ req }) =>
    rule(await actorOf(req))

export const platformAdmins: Access = byActor(isPlatformAdmin)
export const nobody: Access = () => false

/** Rows that name the person in a column of theirs. */
export const ownRows =
  (path: string): Access =>
  ({ req }) =>
    req.user ? { [path]: { equals: req.user.id } } : false

export const platformAdminsField: FieldAccess = async ({ req }) => isPlatformAdmin(await actorOf(req))
export const nobodyField: FieldAccess = () => false
