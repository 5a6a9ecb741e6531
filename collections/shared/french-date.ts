/** How the admin shows a date beside a calendar; Payload's own way is the American one. */
export const frenchDate = { displayFormat: 'd MMMM yyyy' } as const
