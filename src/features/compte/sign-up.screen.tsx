import { displayName } from '#domain/identity/person-name.rules.ts'
import { currentUser } from '#server/session/session.ts'
import { accountTexts } from '#texts/compte.ts'
import { LinkButton } from '#ui/actions/link-button.tsx'
import { Row } from '#ui/layout/layout.tsx'
import { AppLink } from '#ui/link/app-link.tsx'

import { AccountPage } from './account-page.tsx'
import { SignOutForm } from './sign-out-form.tsx'
import { SignUpForm } from './sign-up-form.tsx'

/** The discovery offer starts here: an organisation, its first administrator, three months. */
export async function SignUpScreen() {
  const texts = accountTexts.signUp
  const user = await currentUser()
  if (user !== null) {
    return (
      <AccountPage current="sign-up" title={texts.title} lead={texts.lead}>
        <p>{texts.already(displayName(user))}</p>
        <Row>
          <LinkButton variant="primary" href="/espace">
            {accountTexts.signIn.toSpace}
          </LinkButton>
          <SignOutForm person={user.id} variant="quiet" />
        </Row>
      </AccountPage>
    )
  }
  return (
    <AccountPage
      current="sign-up"
      title={texts.title}
      lead={texts.lead}
      below={
        <>
          {texts.hasAccount} <AppLink href="/connexion">{texts.signIn}</AppLink>
        </>
      }
    >
      <SignUpForm />
    </AccountPage>
  )
}
