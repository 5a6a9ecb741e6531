import type { Payload } from 'payload'

import type { ReferentielsOptions } from './types.ts'

const isOptions = (value: unknown): value is ReferentielsOptions => typeof value === 'object' && value !== null

/** What the application said to the plugin; the defaults where it said nothing. */
export const optionsOf = ({ config }: Payload): ReferentielsOptions => {
  const options: unknown = config.custom?.['referentiels']
  return isOptions(options) ? options : {}
}
