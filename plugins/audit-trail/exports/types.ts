export type { ChainCheck, Sealing } from '../seals.queries.ts'
export type {
  AuditActor,
  AuditDatabase,
  AuditEntry,
  AuditOperation,
  AuditPool,
  AuditTrailOptions,
  Json,
  StoredDocument,
} from '../types.ts'
