import * as initial from './20261123_000000_initial.ts'
import * as walls from './20261123_000001_walls.ts'

/** Every migration in its order. The names are what the database remembers: they never change. */
export const migrations = [
  { name: '20261123_000000_initial', up: initial.up, down: initial.down },
  { name: '20261123_000001_walls', up: walls.up, down: walls.down },
]
