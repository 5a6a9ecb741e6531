import { autodiagnosticEndpoint } from '#features/rapport/autodiagnostic-endpoint.ts'
import { payloadInstance } from '#server/payload.ts'

export const dynamic = 'force-dynamic'

export const GET = autodiagnosticEndpoint(payloadInstance)
