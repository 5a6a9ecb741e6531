/** « 1 ligne », « 2 lignes »; none is singular in French. */
export const count = (many: number, one: string, more: string): string => `${many} ${many < 2 ? one : more}`
