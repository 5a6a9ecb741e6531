/** The name of the cookie that holds the person's choice; no cookie means the system's. */
export const themeCookie = 'theme'

/** What a person may choose. */
export type ThemeChoice = 'system' | 'light' | 'dark'

/** The value of `data-theme` for a cookie's value; `undefined` leaves the choice to the system. */
export function themeAttribute(cookieValue: string | undefined): 'light' | 'dark' | undefined {
  return cookieValue === 'light' || cookieValue === 'dark' ? cookieValue : undefined
}
