import { saveAnswerRequest } from '#domain/diagnostic/save-protocol.ts'
import { saveAnswer } from '#server/diagnostics/save-answer.ts'
import { saveEndpoint } from '#server/diagnostics/save-endpoint.ts'
import { payloadInstance } from '#server/payload.ts'
import { handedOver } from '#server/web/saves-first.ts'

export const PUT = handedOver('answers', saveEndpoint(payloadInstance, { schema: saveAnswerRequest, save: saveAnswer }))
