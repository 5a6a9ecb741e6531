import { displayName } from '#domain/identity/person-name.rules.ts'
import { listMembers } from '#features/equipe/exports.ts'
import { payloadInstance } from '#server/payload.ts'
import type { Scope } from '#server/scope/scope.ts'
import { currentUser } from '#server/session/session.ts'
import { spaceTexts } from '#texts/espace.ts'
import { LinkButton } from '#ui/actions/link-button.tsx'
import { SectionHead } from '#ui/cards/section-head.tsx'
import { Tiles } from '#ui/cards/tile.tsx'
import {
  DiagnosticPicture,
  EngagementsPicture,
  PracticesPicture,
  StakeholdersPicture,
} from '#ui/cards/tile-pictures.tsx'
import { EmptyState } from '#ui/feedback/empty-state.tsx'
import { Note } from '#ui/feedback/note.tsx'
import { PageHead } from '#ui/frame/page-head.tsx'
import { Row, Split, Stack } from '#ui/layout/layout.tsx'
import { Text } from '#ui/layout/text.tsx'
import { AvatarGroup } from '#ui/marks/avatar.tsx'

import { ComingTile } from './coming-tile.tsx'
import { SpaceFrame } from './space-frame.tsx'
import { SubscriptionNotice } from './subscription-notice.tsx'
import styles from './welcome.module.css'

/** More would be a row of rounds in which nobody finds anybody. */
const shownFaces = 6

/** The deck's welcome: where the cycle stands, and what to do next. */
export async function WelcomeScreen({ scope }: { readonly scope: Scope }) {
  const { organisation, person, rights, onBehalfOf } = scope
  const user = await currentUser()
  const team = `/espace/${organisation.number}/equipe`
  const mayInvite = rights.has('team:manage')
  return (
    <SpaceFrame scope={scope} current="home">
      <PageHead
        title={spaceTexts.hello(person.firstName)}
        lead={spaceTexts.start}
        actions={
          mayInvite ? (
            <LinkButton variant="primary" icon="user-plus" href={`${team}#inviter`}>
              {spaceTexts.inviteTeam}
            </LinkButton>
          ) : undefined
        }
      />
      <div className={styles.notices}>
        {onBehalfOf === null ? null : (
          <Note tone="stakeholder" icon="note-pencil">
            <p>{spaceTexts.onBehalf(organisation.name, onBehalfOf)}</p>
          </Note>
        )}
        <SubscriptionNotice organisation={organisation} now={new Date()} />
        {user === null || user.emailVerifiedAt ? null : (
          <Note tone="attention" icon="envelope-simple" title={spaceTexts.emailToConfirm.text(person.email)}>
            <p>{spaceTexts.emailToConfirm.why}</p>
          </Note>
        )}
      </div>
      <Stack gap={4}>
        <Tiles>
          <ComingTile {...spaceTexts.tiles.diagnostic} picture={<DiagnosticPicture />} isFirst />
          <ComingTile {...spaceTexts.tiles.stakeholders} picture={<StakeholdersPicture isEmpty />} />
          <ComingTile {...spaceTexts.tiles.practices} picture={<PracticesPicture />} />
          <ComingTile {...spaceTexts.tiles.engagements} picture={<EngagementsPicture />} />
        </Tiles>
        <Text size="sm" soft>
          {spaceTexts.tilesNote}
        </Text>
      </Stack>
      <div className={styles.below}>
        <Split>
          <section aria-labelledby="confie">
            <SectionHead id="confie" title={spaceTexts.assigned.title} />
            <EmptyState
              title={spaceTexts.assigned.emptyTitle}
              actions={
                rights.has('team:read') ? (
                  <LinkButton href={team} icon="users-three">
                    {spaceTexts.seeTeam}
                  </LinkButton>
                ) : (
                  <LinkButton href="/espace" icon="buildings">
                    {spaceTexts.otherSpaces}
                  </LinkButton>
                )
              }
            >
              {rights.has('content:write') ? spaceTexts.assigned.empty : spaceTexts.assigned.emptyReader}
            </EmptyState>
          </section>
          {rights.has('team:read') ? (
            <section aria-labelledby="equipe">
              <SectionHead id="equipe" title={spaceTexts.team.title} />
              <TeamAtAGlance scope={scope} />
            </section>
          ) : null}
        </Split>
      </div>
    </SpaceFrame>
  )
}

async function TeamAtAGlance({ scope }: { readonly scope: Scope }) {
  const members = await listMembers(scope, (await payloadInstance()).db.drizzle)
  const texts = spaceTexts.team
  return (
    <Stack gap={3}>
      <Row>
        <AvatarGroup
          people={members.slice(0, shownFaces).map((member) => ({ name: displayName(member), seed: member.user }))}
        />
        <span>{members.length < 2 ? texts.alone : texts.count(members.length)}</span>
      </Row>
      <Text size="sm" soft>
        {scope.rights.has('team:manage') ? texts.manage : texts.text}
      </Text>
    </Stack>
  )
}
