import { z } from 'zod'

import { calendarDateSchema } from '#domain/calendar/calendar-date.ts'
import { roles, staffKinds } from '#domain/rights/rights.rules.ts'
import { sharingLevels } from '#domain/rights/sharing.rules.ts'

/** Demonstration people live at `demo.test` only: nothing written here can reach anybody. */
export const email = z.string().regex(/^[a-z0-9.-]+@demo\.test$/)

/** Days from the day of seeding: the demonstration never grows old. */
export const days = z.number().int()

const person = z.strictObject({
  email,
  firstName: z.string(),
  lastName: z.string(),
  staff: z.enum(staffKinds).default('none'),
})

const organisation = z.strictObject({
  number: z.number().int().positive(),
  name: z.string(),
  legalForm: z.string(),
  siret: z.string().optional(),
  sector: z.string(),
  headcount: z.number().int().nonnegative(),
  address: z.string().optional(),
  members: z.array(z.strictObject({ email, role: z.enum(roles) })).min(1),
  invitations: z
    .array(z.strictObject({ email, role: z.enum(roles), invitedBy: email, expiresIn: days }))
    .default([]),
  mandates: z
    .array(z.strictObject({ consultant: email, start: days, end: days.optional() }))
    .default([]),
  establishments: z
    .array(
      z.strictObject({
        name: z.string(),
        finess: z.string().optional(),
        profile: z.record(z.string(), z.array(z.string())).default({}),
      }),
    )
    .default([]),
  subscription: z.strictObject({ formula: z.string(), start: days, end: days }).optional(),
})

const network = z.strictObject({
  name: z.string(),
  managers: z.array(email).min(1),
  seats: z.number().int().positive(),
  subscription: z.strictObject({ formula: z.string(), start: days, end: days }),
  whiteLabel: z.strictObject({ name: z.string(), line: z.string() }),
  members: z.array(
    z.strictObject({
      organisation: z.number().int(),
      joinedOn: calendarDateSchema,
      sharing: z.enum(sharingLevels).default('counters'),
    }),
  ),
})

/** What `demo/accounts.yaml` says. */
export const demoSchema = z.strictObject({
  password: z.string(),
  people: z.array(person),
  organisations: z.array(organisation),
  networks: z.array(network),
})

export type Demo = z.infer<typeof demoSchema>
