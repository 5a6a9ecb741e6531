import type { ReactNode } from 'react'

import { displayName } from '#domain/identity/person-name.rules.ts'
import type { AccessLink } from '#server/accounts/access-links.queries.ts'
import { findPerson } from '#server/accounts/people.queries.ts'
import { payloadInstance } from '#server/payload.ts'
import { currentUser } from '#server/session/session.ts'
import { accountTexts } from '#texts/compte.ts'
import { teamTexts } from '#texts/equipe.ts'
import { LinkButton } from '#ui/actions/link-button.tsx'
import { Note } from '#ui/feedback/note.tsx'
import { Row } from '#ui/layout/layout.tsx'
import { Text, Title } from '#ui/layout/text.tsx'

import { AccountPage } from './account-page.tsx'
import { BrokenLink } from './broken-link.tsx'
import { joinAction } from './invitation.action.ts'
import { linkOfPage } from '#server/session/link-of-page.ts'
import { NewAccountForm } from './new-account-form.tsx'
import { SignOutForm } from './sign-out-form.tsx'
import { TokenForm } from './token-form.tsx'

const texts = accountTexts.invitation

/** Whom the invitation brings where. Reading it changes nothing: only the form's button does. */
export async function InvitationScreen({ token }: { readonly token: string }) {
  const [link, user] = await Promise.all([
    linkOfPage(token, ['invitation', 'first-administrator']),
    currentUser(),
  ])
  if (!link.ok) return <BrokenLink kind="invitation" error={link.error} isSignedIn={user !== null} />
  const { email, organisationName } = link.value
  const forPlatform = organisationName === null
  if (user !== null && user.email !== email) {
    return (
      <InvitationPage link={link.value}>
        <Note tone="attention">
          <p>{texts.someoneElse(email, user.email)}</p>
        </Note>
        <SignOutForm person={user.id}>{texts.signOut}</SignOutForm>
      </InvitationPage>
    )
  }
  if (user !== null) {
    return (
      <InvitationPage link={link.value}>
        <p>{texts.ready(displayName(user))}</p>
        <TokenForm
          token={token}
          action={joinAction}
          label={forPlatform ? texts.joinPlatform : texts.join}
          busyLabel={texts.joining}
        />
      </InvitationPage>
    )
  }
  const person = await findPerson((await payloadInstance()).db.drizzle, email)
  if (person !== null && person.emailVerifiedAt !== null) {
    return (
      <InvitationPage link={link.value}>
        <p>{texts.knownAccount(email)}</p>
        <Row>
          <LinkButton variant="primary" href={`/connexion?suite=${encodeURIComponent(`/invitation/${token}`)}`}>
            {texts.signIn}
          </LinkButton>
        </Row>
      </InvitationPage>
    )
  }
  return (
    <InvitationPage link={link.value}>
      <div>
        <Title level={2} size="card">
          {texts.newAccount}
        </Title>
        <Text size="sm" soft>
          {texts.newAccountLead(email)}
        </Text>
      </div>
      <NewAccountForm
        token={token}
        email={email}
        label={forPlatform ? texts.createAndOpen : texts.createAndJoin}
      />
    </InvitationPage>
  )
}

function InvitationPage({ link, children }: { readonly link: AccessLink; readonly children: ReactNode }) {
  const { organisationName, invitedByName, role } = link
  if (organisationName === null) {
    return (
      <AccountPage title={texts.platformTitle} lead={texts.platformLead}>
        {children}
      </AccountPage>
    )
  }
  return (
    <AccountPage
      title={texts.title(organisationName)}
      lead={
        invitedByName === null ? texts.leadAnonymous(organisationName) : texts.lead(invitedByName, organisationName)
      }
    >
      {role === null ? null : (
        <div>
          <p>{texts.role(teamTexts.roleName[role])}</p>
          <Text size="sm" soft>
            {teamTexts.roleDoes[role]}
          </Text>
        </div>
      )}
      {children}
    </AccountPage>
  )
}
