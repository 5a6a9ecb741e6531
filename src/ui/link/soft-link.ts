/** How links to pages of the site are told from others. */
export const softLink = { attribute: 'data-soft', selector: 'a[data-soft]' } as const
