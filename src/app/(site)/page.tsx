import type { Metadata } from 'next'

import { HomeScreen } from '#features/accueil/home.screen.tsx'
import { homeTexts } from '#texts/accueil.ts'

export const metadata: Metadata = { title: { absolute: homeTexts.title } }

export default function Home() {
  return <HomeScreen />
}
