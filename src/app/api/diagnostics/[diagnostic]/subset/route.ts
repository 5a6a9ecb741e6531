import { subsetEndpoint } from '#server/diagnostics/upgrade/upgrade-endpoints.ts'
import { payloadInstance } from '#server/payload.ts'

export const POST = subsetEndpoint(payloadInstance)
