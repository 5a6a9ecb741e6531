/** Addresses of the endpoints that save a field (design.md §6): apart from the protocol, which brings zod. */

/** `PUT` an answer to a question. */
export const answerPath = (diagnostic: string, question: string): string =>
  `/api/diagnostics/${encodeURIComponent(diagnostic)}/answers/${encodeURIComponent(question)}`

/** `PUT` fields of what is said of a criterion. */
export const assessmentPath = (diagnostic: string, criterion: string): string =>
  `/api/diagnostics/${encodeURIComponent(diagnostic)}/assessments/${encodeURIComponent(criterion)}`

/** Names the person whose page sends a save: an endpoint refuses what another person's session would sign. */
export const personHeader = 'x-person'
