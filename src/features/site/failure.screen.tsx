'use client'

import { failureTexts as texts } from '#texts/failure.ts'
import { Button } from '#ui/actions/button.tsx'
import { LinkButton } from '#ui/actions/link-button.tsx'
import { PageHead } from '#ui/frame/page-head.tsx'
import { Shell } from '#ui/frame/shell.tsx'
import { Row, Stack } from '#ui/layout/layout.tsx'
import { Text } from '#ui/layout/text.tsx'

/** What a page shows when it failed on our side. `digest` is what the server's log has. */
export function FailureScreen({ digest, retry }: { readonly digest?: string | undefined; readonly retry: () => void }) {
  return (
    <Shell banner={{ href: '/' }}>
      <PageHead title={texts.title} lead={texts.lead} />
      <Stack gap={5}>
        <Row>
          <Button variant="primary" onClick={retry}>
            {texts.retry}
          </Button>
          <LinkButton variant="quiet" href="/">
            {texts.toHome}
          </LinkButton>
        </Row>
        {digest ? (
          <Text size="sm" soft>
            {texts.reference(digest)}
          </Text>
        ) : null}
      </Stack>
    </Shell>
  )
}
