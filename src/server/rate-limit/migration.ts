/**
 * The counters of the rate limits, as `rate-limiter-flexible` wants them. UNLOGGED: a counter costs no flush to
 * disk, which on every request would be the dearest part of it. What is lost is small: PostgreSQL empties the
 * table when it recovers from a crash, so windows start anew.
 */
export const rateLimitMigration = {
  up: `
CREATE UNLOGGED TABLE rate_limits (
  key text PRIMARY KEY,
  points integer NOT NULL DEFAULT 0,
  expire bigint
) WITH (fillfactor = 70);
CREATE INDEX rate_limits_expire_idx ON rate_limits (expire);
`,
  down: `
DROP TABLE rate_limits;
`,
} as const
