import { readVersion } from '#plugins/referentiels/exports/server.ts'

import type { Reference } from './arguments.ts'
import { withDatabase } from './with-database.ts'

/** A stored document; null when there is no such version. */
export const storedDocument = (reference: Reference) => withDatabase((payload) => readVersion(payload, reference))
