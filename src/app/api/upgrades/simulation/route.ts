import { usageSimulationEndpoint } from '#server/diagnostics/upgrade/batch-endpoints.ts'
import { payloadInstance } from '#server/payload.ts'

export const GET = usageSimulationEndpoint(payloadInstance)
