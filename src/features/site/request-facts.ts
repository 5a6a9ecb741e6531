import { cookies, headers } from 'next/headers'

import { themeAttribute, themeCookie } from '#ui/theme/theme.ts'

/** The theme that the person chose; undefined follows the device. */
export const chosenTheme = async (): Promise<'light' | 'dark' | undefined> =>
  themeAttribute((await cookies()).get(themeCookie)?.value)

/** The nonce of this answer's content security policy, which our web server writes on the request. */
export const requestNonce = async (): Promise<string | undefined> =>
  /'nonce-([\w+/=-]+)'/.exec((await headers()).get('content-security-policy') ?? '')?.[1]
