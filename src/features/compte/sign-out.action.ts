'use server'

import { redirect } from 'next/navigation'

import { signOut } from '#server/session/session.ts'

export const signOutAction = async (): Promise<void> => {
  await signOut()
  redirect('/connexion')
}
