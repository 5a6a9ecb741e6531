import type { CollectionBeforeValidateHook, TextFieldSingleValidation } from 'payload'
import { ValidationError } from 'payload'

import { parseColour } from '#domain/white-label/colour.ts'
import { checkWhiteLabel, defaultColours } from '#domain/white-label/white-label.rules.ts'
import { colourSentence } from '#texts/white-label.ts'

/** Strictly `#rrggbb`: these values reach a style block. */
export const colourValidation: TextFieldSingleValidation = (value) =>
  parseColour(value ?? '') !== null || colourSentence({ field: 'band', code: 'NOT_A_COLOUR' })

/** Refuses colours that people could not read, each with the nearest one that they could. */
export const keepReadable: CollectionBeforeValidateHook = ({ data, originalDoc, collection, req }) => {
  const { band, bandInk, bandMark, accent } = { ...defaultColours, ...originalDoc, ...data }
  const checked = checkWhiteLabel({
    band: String(band),
    bandInk: String(bandInk),
    bandMark: String(bandMark),
    accent: String(accent),
  })
  if (checked.ok) return data
  throw new ValidationError(
    {
      collection: collection.slug,
      errors: checked.error.map((refusal) => ({ path: refusal.field, message: colourSentence(refusal) })),
      req,
    },
    req.t,
  )
}
