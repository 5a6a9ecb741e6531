export { recordAudit, recordAudits } from '../entries.queries.ts'
export { auditTrailMigration } from '../migration.ts'
export { sealAuditEntries, verifyAuditChain } from '../seals.queries.ts'
export { redacted } from '../changes.rules.ts'
