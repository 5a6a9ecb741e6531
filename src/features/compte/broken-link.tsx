import { statusOfError } from '#domain/domain-error.ts'
import type { DomainError, ErrorCode } from '#domain/domain-error.ts'
import { answerWith } from '#server/log/request-in-hand.ts'
import { accountTexts } from '#texts/compte.ts'
import { LinkButton } from '#ui/actions/link-button.tsx'
import { Row } from '#ui/layout/layout.tsx'

import { AccountPage } from './account-page.tsx'

type LinkKind = 'invitation' | 'password' | 'confirmation'
type LinkProblem = 'LINK_UNKNOWN' | 'LINK_EXPIRED' | 'LINK_USED'

const texts = accountTexts.brokenLink

const titleOf: Record<LinkProblem, string> = {
  LINK_UNKNOWN: texts.unknownTitle,
  LINK_EXPIRED: texts.expiredTitle,
  LINK_USED: texts.usedTitle,
}

const problemOf = (code: ErrorCode): LinkProblem =>
  code === 'LINK_EXPIRED' || code === 'LINK_USED' ? code : 'LINK_UNKNOWN'

/** A link that opens nothing any more: why, and the way on. */
export function BrokenLink({
  kind,
  error,
  isSignedIn,
}: {
  readonly kind: LinkKind
  readonly error: DomainError
  readonly isSignedIn: boolean
}) {
  const problem = problemOf(error.code)
  answerWith(statusOfError[problem])
  return (
    <AccountPage title={titleOf[problem]}>
      <p>{texts[kind][problem]}</p>
      <Row>
        {kind === 'password' ? (
          <LinkButton variant="primary" href="/mot-de-passe">
            {texts.askPassword}
          </LinkButton>
        ) : (
          <LinkButton variant="primary" href={isSignedIn ? '/espace' : '/connexion'}>
            {isSignedIn ? texts.toSpace : texts.signIn}
          </LinkButton>
        )}
        <LinkButton variant="quiet" href="/">
          {texts.home}
        </LinkButton>
      </Row>
    </AccountPage>
  )
}
