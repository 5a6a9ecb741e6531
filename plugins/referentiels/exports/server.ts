export { referentielsMigration } from '../migration.ts'
