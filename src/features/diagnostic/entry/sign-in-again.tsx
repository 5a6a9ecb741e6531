'use client'

import { usePathname, useSearchParams } from 'next/navigation'

import { entryTexts } from '#texts/saisie.ts'
import { AppLink } from '#ui/link/app-link.tsx'

/** To the sign-in page and back to this very page, where what was typed waits. */
export function SignInAgain() {
  const [path, search] = [usePathname(), useSearchParams().toString()]
  const place = search === '' ? path : `${path}?${search}`
  return <AppLink href={`/connexion?suite=${encodeURIComponent(place)}`}>{entryTexts.save.signIn}</AppLink>
}
