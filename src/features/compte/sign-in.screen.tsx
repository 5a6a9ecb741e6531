import { currentUser } from '#server/session/session.ts'
import { displayName } from '#domain/identity/person-name.rules.ts'
import { accountTexts } from '#texts/compte.ts'
import { LinkButton } from '#ui/actions/link-button.tsx'
import { Row } from '#ui/layout/layout.tsx'
import { AppLink } from '#ui/link/app-link.tsx'

import { AccountPage } from './account-page.tsx'
import { nextPlace } from './next-place.rules.ts'
import { NobodyHere } from './person-here.ts'
import { SignInForm } from './sign-in-form.tsx'
import { SignOutForm } from './sign-out-form.tsx'

/** `next` comes from the address; whoever is signed in already is asked, so that no page can send in circles. */
export async function SignInScreen({ next }: { readonly next?: string | undefined }) {
  const texts = accountTexts.signIn
  const user = await currentUser()
  if (user !== null) {
    const place = nextPlace(next, '/espace')
    return (
      <AccountPage current="sign-in" title={texts.title}>
        <p>{texts.already(displayName(user))}</p>
        <Row>
          <LinkButton variant="primary" href={place}>
            {place === '/espace' ? texts.toSpace : texts.continueTo}
          </LinkButton>
          <SignOutForm person={user.id} variant="quiet" />
        </Row>
      </AccountPage>
    )
  }
  return (
    <AccountPage
      current="sign-in"
      title={texts.title}
      lead={texts.lead}
      below={
        <>
          {texts.noAccount} <AppLink href="/inscription">{texts.signUp}</AppLink>
        </>
      }
    >
      <NobodyHere />
      <SignInForm next={next} />
    </AccountPage>
  )
}
