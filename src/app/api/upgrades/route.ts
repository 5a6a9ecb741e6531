import { batchesEndpoint, startBatchEndpoint } from '#server/diagnostics/upgrade/batch-endpoints.ts'
import { payloadInstance } from '#server/payload.ts'

export const GET = batchesEndpoint(payloadInstance)
export const POST = startBatchEndpoint(payloadInstance)
