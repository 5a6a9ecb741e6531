/**
 * What a network head sees of a member: the counters always; more only when an administrator of the
 * organisation accepted it, who can lower it at once (design.md §9).
 */
export const sharingLevels = ['counters', 'synthesis', 'content'] as const
