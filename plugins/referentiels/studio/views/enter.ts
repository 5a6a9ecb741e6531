import { redirect } from 'next/navigation'
import type { AdminViewServerProps } from 'payload'

/** The studio's addresses in an application, whatever it calls its routes. */
export const studioRoute = '/studio'

/**
 * The door of the studio's views, which Payload opens to everybody: whoever isn't signed in goes to sign in, whoever has
 * no right to the admin is told so. What of it they may read and write is the endpoints' to say.
 */
export const enterStudio = ({ initPageResult: { req, permissions } }: AdminViewServerProps, path: string) => {
  const { admin, routes } = req.payload.config
  const here = `${routes.admin}${studioRoute}${path}`
  if (!req.user) redirect(`${routes.admin}${admin.routes.login}?redirect=${encodeURIComponent(here)}`)
  if (permissions.canAccessAdmin !== true) redirect(`${routes.admin}${admin.routes.unauthorized}`)
  return { apiRoute: routes.api, homeHref: `${routes.admin}${studioRoute}` }
}
