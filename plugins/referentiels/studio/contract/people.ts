import { z } from 'zod'

/** Somebody by id and name. */
export const person = z.object({ id: z.string(), name: z.string() })
export type Person = z.infer<typeof person>

/** Where something stands in a draft, whatever others do meanwhile. */
export const place = z.object({
  row: z.string().nullable(),
  /** Code of that row, for people. */
  code: z.string().nullable(),
  part: z.string().nullable(),
  path: z.array(z.union([z.string(), z.number()])),
})
export type Place = z.infer<typeof place>


export const ownerKinds = ['platform', 'network', 'organisation'] as const
export const owner = z.object({ kind: z.enum(ownerKinds), id: z.string().nullable(), name: z.string().optional() })
export type OwnerView = z.infer<typeof owner>
