import path from 'node:path'

import { shippedPresets } from '#plugins/referentiels/exports/server.ts'
import type { ShippedPresets } from '#plugins/referentiels/exports/server.ts'

let read: Promise<ShippedPresets> | undefined

/** How the workbooks of publishers are read that the platform knows (`referentiels/<id>/presets`), read once; the start tells those it refuses. */
export const columnPresets = (): Promise<ShippedPresets> => (read ??= shippedPresets(path.join(process.cwd(), 'referentiels')))
