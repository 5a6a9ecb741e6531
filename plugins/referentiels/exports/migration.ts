/** Moving answers from one version to another: maps, proposals, simulation. Nothing here needs Payload or a database. */
export { chainedMap, migrationPath } from '../engine/migration/chain.ts'
export type { MigrationItem, MigrationMap } from '../engine/migration/migration-map.ts'
export { proposeMigration } from '../engine/migration/propose.ts'
export type { Proposal } from '../engine/migration/propose.ts'
export { simulate } from '../engine/migration/simulate.ts'
export type { Simulation } from '../engine/migration/simulate.ts'
export { proposalText } from '../texts/proposal-texts.ts'
