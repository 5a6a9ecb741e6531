import { z } from 'zod'

/**
 * The names that a référentiel gives to its parts. They never change once published: answers, actions and
 * indicators follow them from version to version.
 */

/** Code of a node, of a question, of a column: `c31`, `3.6.2`, `3.6.2.e1`. Not ending in `.met`, which asks whether a node is met. */
export const nodeCode = z
  .string()
  .regex(/^[A-Za-z0-9](?:[A-Za-z0-9._-]{0,198}[A-Za-z0-9])?$/)
  .refine((code) => !code.endsWith('.met'))

/** Code of a scale's value: a node's code, or the star of a scale that has one. */
export const valueCode = z.union([z.literal('*'), nodeCode])

/** Identity of a référentiel, a kind, a scale, a list, a profile field, an axis, a subset. */
export const identifier = z.string().regex(/^[a-z0-9-]{1,64}$/)

/** Three integers: `1.0.0`, `2025.7.30`. */
export const semanticVersion = z.string().regex(/^(0|[1-9]\d{0,8})\.(0|[1-9]\d{0,8})\.(0|[1-9]\d{0,8})$/)

/** A day without a time, `2026-11-25`. */
export const day = z.iso.date()

/**
 * Where a link of a référentiel may lead: the web, or an address to write to. Never with a name or a password before the
 * host: everybody would read it, and `https://banque.fr@ailleurs.fr` is not where it seems to lead.
 */
export const href = z
  .string()
  .max(2_000)
  .regex(/^(https?:\/\/(?![^/?#]*@)|mailto:)[^\s]+$/i)

/** A colour in sixteen millions, `#0B6E4F`. */
export const colour = z.string().regex(/^#[0-9A-Fa-f]{6}$/)
