import type { MigrateDownArgs, MigrateUpArgs } from '@payloadcms/db-postgres'
import type { Migration } from 'payload'

type Steps = {
  readonly up: (args: MigrateUpArgs) => Promise<void>
  readonly down: (args: MigrateDownArgs) => Promise<void>
}

const isMigrating = (args: unknown): args is MigrateUpArgs & MigrateDownArgs =>
  typeof args === 'object' && args !== null && 'db' in args && 'payload' in args

const checked =
  <Args>(name: string, step: (args: MigrateUpArgs & MigrateDownArgs) => Promise<void>) =>
  async (args: Args): Promise<void> => {
    if (!isMigrating(args)) throw new TypeError(`The migration ${name} was called without a database.`)
    await step(args)
  }

/** Payload hands its migrations `unknown`: the check stands here once, not in each of them. */
export const asMigration = (name: string, { up, down }: Steps): Migration => ({
  name,
  up: checked(name, up),
  down: checked(name, down),
})
