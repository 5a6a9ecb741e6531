// Written by `npm run migration`. The names are what databases remember: they never change.
import { asMigration } from '../as-migration.ts'
import * as m20261123_000000_initial from './20261123_000000_initial.ts'
import * as m20261123_000001_walls from './20261123_000001_walls.ts'
import * as m20261125_230100_referentiels_and_diagnostics from './20261125_230100_referentiels_and_diagnostics.ts'
import * as m20261126_034400_studio from './20261126_034400_studio.ts'
import * as m20261126_035222_upgrades from './20261126_035222_upgrades.ts'
import * as m20261126_043433_loaded_file from './20261126_043433_loaded_file.ts'
import * as m20261127_064500_unsealed_without_key from './20261127_064500_unsealed_without_key.ts'

export const migrations = [
  asMigration('20261123_000000_initial', m20261123_000000_initial),
  asMigration('20261123_000001_walls', m20261123_000001_walls),
  asMigration('20261125_230100_referentiels_and_diagnostics', m20261125_230100_referentiels_and_diagnostics),
  asMigration('20261126_034400_studio', m20261126_034400_studio),
  asMigration('20261126_035222_upgrades', m20261126_035222_upgrades),
  asMigration('20261126_043433_loaded_file', m20261126_043433_loaded_file),
  asMigration('20261127_064500_unsealed_without_key', m20261127_064500_unsealed_without_key),
]
