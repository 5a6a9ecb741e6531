import type { JSONFieldValidation } from 'payload'
import { z } from 'zod'

/** Values by profile field, as a référentiel names them: `{ "secteur": ["social"] }`. */
const profileSchema = z.record(z.string().max(64), z.array(z.string().max(64)).max(50))

export const profileValidation: JSONFieldValidation = (value) =>
  profileSchema.safeParse(value ?? {}).success || 'Le profil associe à chaque champ une liste de valeurs.'
