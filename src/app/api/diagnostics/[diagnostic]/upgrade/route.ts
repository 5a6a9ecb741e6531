import { simulationEndpoint, upgradeEndpoint } from '#server/diagnostics/upgrade/upgrade-endpoints.ts'
import { payloadInstance } from '#server/payload.ts'

export const GET = simulationEndpoint(payloadInstance)
export const POST = upgradeEndpoint(payloadInstance)
