import { performUpgrades } from '#server/diagnostics/upgrade/perform-upgrades.ts'

import type { JobHandler } from './job-definition.ts'

export const handle: JobHandler<{ readonly batch: string }> = async ({ data: { batch }, payload, signal }) => {
  const performed = await performUpgrades({ payload, signal }, batch)
  payload.logger.info({ msg: 'diagnostics taken to a newer version', batch, ...performed })
}
