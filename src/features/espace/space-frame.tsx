import type { ReactNode } from 'react'

import { SignOutForm } from '#features/compte/exports.ts'
import { latestCampaignLabel } from '#features/diagnostic/exports.ts'
import { payloadInstance } from '#server/payload.ts'
import type { Scope } from '#server/scope/scope.ts'
import { spacesOf } from '#server/scope/scope.queries.ts'
import { spaceTexts } from '#texts/espace.ts'
import { navigationTexts } from '#texts/navigation.ts'
import { Shell } from '#ui/frame/shell.tsx'
import type { ShellLink, ShellPlace } from '#ui/frame/shell.tsx'
import { ThemeSwitch } from '#ui/theme/theme-switch.tsx'

import { brandStylesheetPath } from './brand-stylesheet.ts'

export type SpacePlace = 'home' | 'diagnostic' | 'practices' | 'team'

/** How many organisations the menu names before it points to the whole list. */
const namedInMenu = 5

/**
 * The frame of every page of an organisation: its network's band, its places, the account menu. Pages put it
 * around themselves, because only they know which place they are, and what their dock holds.
 */
export async function SpaceFrame({
  scope,
  current,
  detail,
  dock,
  children,
}: {
  readonly scope: Scope
  readonly current: SpacePlace
  /** The campaign that the page is about; left out, the latest one. */
  readonly detail?: string | undefined
  /** A bar that sticks to the foot of the window. */
  readonly dock?: ReactNode
  readonly children: ReactNode
}) {
  const { organisation, person } = scope
  const { banner } = organisation
  const home = `/espace/${organisation.number}`
  const colours = banner === null ? null : brandStylesheetPath(banner)
  const [campaign, accountLinks] = await Promise.all([detail ?? latestCampaignLabel(scope), accountLinksOf(scope)])
  return (
    <>
      {colours === null ? null : <link rel="stylesheet" href={colours} />}
      <Shell
        banner={banner === null ? { href: home } : { name: banner.name, line: banner.line ?? undefined, href: home }}
        place={{ name: organisation.name, detail: campaign ?? spaceTexts.placeDetail }}
        places={placesOf(scope, current)}
        person={{ name: person.fullName, email: person.email, seed: person.id }}
        accountLinks={accountLinks}
        dock={dock}
        accountExtra={
          <>
            <ThemeSwitch />
            <SignOutForm person={person.id} dense wide />
          </>
        }
      >
        {children}
      </Shell>
    </>
  )
}

/** Only places that exist: a place whose screens are still to come is announced on the welcome page instead. */
const placesOf = ({ organisation, rights }: Scope, current: SpacePlace): readonly ShellPlace[] => {
  const home = `/espace/${organisation.number}`
  return [
    { label: navigationTexts.home, href: home, current: current === 'home' },
    ...(rights.has('content:read')
      ? [
          { label: navigationTexts.diagnostic, href: `${home}/diagnostic`, current: current === 'diagnostic' },
          { label: navigationTexts.practices, href: `${home}/bonnes-pratiques`, current: current === 'practices' },
        ]
      : []),
    ...(rights.has('team:read')
      ? [{ label: navigationTexts.team, href: `${home}/equipe`, current: current === 'team' }]
      : []),
  ]
}

const accountLinksOf = async ({ organisation, person, actor }: Scope): Promise<readonly ShellLink[]> => {
  const spaces = await spacesOf((await payloadInstance()).db.drizzle, person.id)
  const others = spaces.filter(({ number }) => number !== organisation.number)
  return [
    ...others.slice(0, namedInMenu).map(({ number, name }) => ({
      label: name,
      href: `/espace/${number}`,
      icon: 'buildings' as const,
    })),
    ...(others.length > namedInMenu
      ? [{ label: navigationTexts.allSpaces, href: '/espace', icon: 'list' as const }]
      : []),
    ...(actor.staff === 'none'
      ? []
      : [{ label: navigationTexts.administration, href: '/admin', icon: 'gear' as const }]),
  ]
}
