export { cardHref } from './page/card-href.ts'
export { latestCampaignLabel } from './campaigns.ts'
export { cycleState } from './cycle-state.ts'
export type { CycleState } from './cycle-state.ts'
