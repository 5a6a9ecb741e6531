import { z } from 'zod'

import { finding } from './draft.ts'

/** What every refusal of an endpoint looks like. */
export const studioErrorCodes = [
  'NOT_SIGNED_IN', 'FORBIDDEN_ORIGIN', 'NOT_FOUND', 'INVALID_INPUT', 'TOO_LARGE', 'CHANGED_MEANWHILE', 'REFUSED', 'ID_TAKEN',
  'VERSION_TAKEN', 'NOT_AVAILABLE', 'BUSY',
] as const
export type StudioErrorCode = (typeof studioErrorCodes)[number]
export const studioError = z.object({
  errors: z.array(z.object({ code: z.enum(studioErrorCodes), message: z.string() })).min(1),
  findings: z.array(finding).optional(),
})
