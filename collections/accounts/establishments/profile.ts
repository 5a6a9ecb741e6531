import type { JSONFieldValidation } from 'payload'
import { z } from 'zod'

/** As many as a référentiel may have. */
const mostFields = 100

/** Values by profile field, as a référentiel names them: `{ "secteur": ["social"] }`. */
const profileSchema = z
  .record(z.string().max(64), z.array(z.string().max(64)).max(50))
  .refine((profile) => Object.keys(profile).length <= mostFields)

export const profileValidation: JSONFieldValidation = (value) =>
  profileSchema.safeParse(value ?? {}).success || 'Le profil associe une liste de valeurs à chaque champ, pour 100 champs au plus.'
