import { redirect } from 'next/navigation'

import { SignOutForm } from '#features/compte/exports.ts'
import { SiteFrame } from '#features/site/site-frame.tsx'
import { payloadInstance } from '#server/payload.ts'
import { spacesOf } from '#server/scope/scope.queries.ts'
import type { Space } from '#server/scope/scope.queries.ts'
import { currentCaller } from '#server/session/session.ts'
import { spaceTexts } from '#texts/espace.ts'
import { navigationTexts } from '#texts/navigation.ts'
import { LinkButton } from '#ui/actions/link-button.tsx'
import { EmptyState } from '#ui/feedback/empty-state.tsx'
import { PageHead } from '#ui/frame/page-head.tsx'
import { Icon } from '#ui/icons/icon.tsx'
import { Row } from '#ui/layout/layout.tsx'
import { AppLink } from '#ui/link/app-link.tsx'

import styles from './spaces.module.css'

const texts = spaceTexts.list

/** Goes to one's only organisation, or lets one choose. */
export async function SpacesScreen() {
  const caller = await currentCaller()
  if (caller === null) redirect('/connexion?suite=/espace')
  const spaces = await spacesOf((await payloadInstance()).db.drizzle, caller.person.id)
  const [only, ...more] = spaces
  const isStaff = caller.actor.staff !== 'none'
  const isHead = !isStaff && caller.actor.networks.length > 0
  if (only !== undefined && more.length === 0 && !isStaff) redirect(`/espace/${only.number}`)
  return (
    <SiteFrame>
      <PageHead
        title={texts.title}
        lead={only === undefined ? undefined : texts.lead}
        actions={
          only === undefined ? undefined : (
            <Row>
              {isStaff ? (
                <LinkButton href="/admin" icon="gear">
                  {texts.open}
                </LinkButton>
              ) : null}
              <SignOutForm person={caller.person.id} variant="quiet">{navigationTexts.signOut}</SignOutForm>
            </Row>
          )
        }
      />
      {only === undefined ? (
        <EmptyState
          title={isHead ? texts.headTitle : texts.emptyTitle}
          headingLevel={2}
          actions={
            <>
              {isStaff ? (
                <LinkButton href="/admin" variant="primary">
                  {texts.open}
                </LinkButton>
              ) : null}
              <SignOutForm person={caller.person.id} variant={isStaff ? 'quiet' : 'secondary'}>{texts.signOut}</SignOutForm>
            </>
          }
        >
          {isStaff ? texts.emptyStaff : isHead ? <HeadNotice email={caller.person.email} /> : texts.empty(caller.person.email)}
        </EmptyState>
      ) : (
        <ul className={styles.list}>
          {spaces.map((space) => (
            <SpaceEntry key={space.number} space={space} />
          ))}
        </ul>
      )}
    </SiteFrame>
  )
}

function HeadNotice({ email }: { readonly email: string }) {
  return (
    <>
      {texts.head}
      <br />
      {texts.headNow(email)}
    </>
  )
}

function SpaceEntry({ space: { number, name, kind } }: { readonly space: Space }) {
  return (
    <li>
      <AppLink href={`/espace/${number}`} className={styles.entry}>
        <span className={styles.icon}>
          <Icon name={kind === 'member' ? 'buildings' : 'note-pencil'} />
        </span>
        <span>
          <span className={styles.name}>{name}</span>
          <span className={styles.detail}>
            {kind === 'member' ? texts.member : texts.mandate} · {texts.number(number)}
          </span>
        </span>
        <Icon name="arrow-right" size="s" />
      </AppLink>
    </li>
  )
}
