import { currentCaller } from '#server/session/session.ts'
import { siteTexts } from '#texts/site.ts'
import { LinkButton } from '#ui/actions/link-button.tsx'
import { PageHead } from '#ui/frame/page-head.tsx'
import { Row, Stack } from '#ui/layout/layout.tsx'
import { Text } from '#ui/layout/text.tsx'

import { SiteFrame } from './site-frame.tsx'

/**
 * What every address answers that doesn't exist or that isn't for this person: the same words for both, so
 * that nobody learns which organisations exist.
 */
export async function NotFoundScreen() {
  const texts = siteTexts.notFound
  const caller = await currentCaller()
  return (
    <SiteFrame>
      <PageHead title={texts.title} lead={texts.lead} />
      <Stack gap={5}>
        <Text>{caller === null ? texts.signedOut : texts.signedIn}</Text>
        <Row>
          {caller === null ? (
            <LinkButton variant="primary" href="/connexion">
              {texts.toSignIn}
            </LinkButton>
          ) : (
            <LinkButton variant="primary" href="/espace">
              {texts.toSpaces}
            </LinkButton>
          )}
          <LinkButton variant="quiet" href="/">
            {texts.toHome}
          </LinkButton>
        </Row>
      </Stack>
    </SiteFrame>
  )
}
