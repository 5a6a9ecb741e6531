import { previewEndpoint } from '#features/rapport/preview-endpoint.ts'
import { payloadInstance } from '#server/payload.ts'

export const dynamic = 'force-dynamic'

export const GET = previewEndpoint(payloadInstance)
