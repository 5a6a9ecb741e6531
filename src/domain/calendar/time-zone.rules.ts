/** The time zones that an organisation may live in: names of the IANA list that both Node and PostgreSQL know. */
import { z } from 'zod'

/** A region and a place, or UTC: neither offsets nor the abbreviations that mean several zones. */
const form = /^(UTC|[A-Z][A-Za-z]+(\/[A-Z][A-Za-z0-9_+-]*){1,2})$/

export const isTimeZone = (name: string): boolean => {
  if (!form.test(name)) return false
  try {
    return new Intl.DateTimeFormat('fr', { timeZone: name }).resolvedOptions().timeZone !== ''
  } catch {
    return false
  }
}

/** The message is a code; the sentence is in the texts. */
export const timeZoneSchema = z.string().refine(isTimeZone, 'TIME_ZONE')
