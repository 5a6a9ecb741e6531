import { SpacesScreen } from '#features/espace/spaces.screen.tsx'
import { spaceTexts } from '#texts/espace.ts'

export const metadata = { title: spaceTexts.list.title }

export default function Spaces() {
  return <SpacesScreen />
}
