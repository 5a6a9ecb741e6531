import { saveAssessmentRequest } from '#domain/diagnostic/save-protocol.ts'
import { saveAssessment } from '#server/diagnostics/save-assessment.ts'
import { saveEndpoint } from '#server/diagnostics/save-endpoint.ts'
import { payloadInstance } from '#server/payload.ts'
import { handedOver } from '#server/web/saves-first.ts'

export const PUT = handedOver('assessments', saveEndpoint(payloadInstance, { schema: saveAssessmentRequest, save: saveAssessment }))
