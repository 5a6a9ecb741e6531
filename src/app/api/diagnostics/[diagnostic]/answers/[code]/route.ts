import { saveAnswerRequest } from '#domain/diagnostic/save-protocol.ts'
import { saveAnswer } from '#server/diagnostics/save-answer.ts'
import { saveEndpoint } from '#server/diagnostics/save-endpoint.ts'
import { payloadInstance } from '#server/payload.ts'

export const PUT = saveEndpoint(payloadInstance, { schema: saveAnswerRequest, save: saveAnswer })
