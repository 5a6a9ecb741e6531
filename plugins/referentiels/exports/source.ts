/** Reading, checking and evaluating files: nothing here needs Payload or a database. */
export { documentDifference } from '../engine/difference/document-difference.ts'
export { evaluateFile } from '../evaluation/evaluate-file.ts'
export type { EvaluationResult, ResultFinding } from '../evaluation/evaluation-result.ts'
export { contentHash } from '../publication/content-hash.ts'
export { checkSource } from '../source/check-source.ts'
export type { CheckedSource } from '../source/check-source.ts'
export { readSource } from '../source/read-source.ts'
export type { LocatedFinding } from '../source/source.ts'
