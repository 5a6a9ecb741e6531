import type { JSONFieldValidation } from 'payload'
import { z } from 'zod'

const themeLimitsSchema = z
  .array(z.strictObject({ referentiel: z.string().min(1).max(64), node: z.string().min(1).max(64) }))
  .max(200)

export const themeLimitsValidation: JSONFieldValidation = (value) =>
  themeLimitsSchema.safeParse(value ?? []).success ||
  'Chaque limite donne l’identifiant d’un référentiel et le code d’un thème.'
