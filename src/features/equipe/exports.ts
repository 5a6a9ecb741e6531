export { listMembers } from './team.queries.ts'
