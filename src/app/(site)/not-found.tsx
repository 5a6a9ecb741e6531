import { NotFoundScreen } from '#features/site/not-found.screen.tsx'
import { siteTexts } from '#texts/site.ts'

export const metadata = { title: siteTexts.notFound.title }

export default function NotFound() {
  return <NotFoundScreen />
}
