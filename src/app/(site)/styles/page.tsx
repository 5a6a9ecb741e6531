import { notFound } from 'next/navigation'
import { environment } from '#server/environment.ts'
import { requestNonce } from '#features/site/request-facts.ts'
import { stylesTexts } from './styles-texts.ts'
import { StylesPage } from './styles-page.tsx'

export const metadata = { title: stylesTexts.title, robots: { index: false } }

/** Every component in every state: while developing, and where the demonstration runs. */
export default async function Styles() {
  const { isProduction, demo } = environment()
  if (isProduction && !demo) notFound()
  return <StylesPage nonce={await requestNonce()} />
}
