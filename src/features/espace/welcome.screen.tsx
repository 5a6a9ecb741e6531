import { displayName } from '#domain/identity/person-name.rules.ts'
import { ResendConfirmation } from '#features/compte/exports/resend-confirmation.ts'
import { cardHref, cycleState } from '#features/diagnostic/exports.ts'
import type { CycleState } from '#features/diagnostic/exports.ts'
import { listMembers } from '#features/equipe/exports.ts'
import { payloadInstance } from '#server/payload.ts'
import type { Scope } from '#server/scope/scope.ts'
import { currentUser } from '#server/session/session.ts'
import { frDate } from '#texts/dates.ts'
import { spaceTexts } from '#texts/espace.ts'
import { LinkButton } from '#ui/actions/link-button.tsx'
import { SectionHead } from '#ui/cards/section-head.tsx'
import { Tile, Tiles } from '#ui/cards/tile.tsx'
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
  const cycle = await cycleState(scope)
  const home = `/espace/${organisation.number}`
  return (
    <SpaceFrame scope={scope} current="home" detail={cycle?.campaign}>
      <PageHead
        title={spaceTexts.hello(person.firstName)}
        lead={leadOf(cycle)}
        actions={<NextAct {...{ cycle, home, mayStart: rights.has('diagnostic:manage'), mayInvite }} />}
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
            <ResendConfirmation />
          </Note>
        )}
      </div>
      <Stack gap={4}>
        <Tiles>
          <DiagnosticTile cycle={cycle} home={home} />
          <ComingTile {...spaceTexts.tiles.stakeholders} picture={<StakeholdersPicture isEmpty />} />
          <PracticesTile cycle={cycle} home={home} />
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

/** What remains before the assembly, or that all is answered, and in which of several; the deck's call before the first diagnostic. */
const leadOf = (cycle: CycleState | null): string => {
  const texts = spaceTexts.cycle
  if (cycle === null) return spaceTexts.start
  const sentence = standingOf(cycle)
  return cycle.others === 0 ? sentence : texts.named(cycle.name, sentence)
}

const standingOf = ({ applicable, answered, isOpen, mayWrite, assemblyOn }: CycleState): string => {
  const texts = spaceTexts.cycle
  const left = applicable - answered
  if (!isOpen) return texts.closed
  if (left === 0) return mayWrite ? texts.complete : texts.completeToRead
  return assemblyOn === null ? texts.left(left) : texts.leftBefore(left, frDate(assemblyOn))
}

/** The one thing to do next. */
function NextAct({ cycle, home, mayStart, mayInvite }: {
  readonly cycle: CycleState | null
  readonly home: string
  readonly mayStart: boolean
  readonly mayInvite: boolean
}) {
  const texts = spaceTexts.cycle
  const look = { variant: 'primary', iconAfter: 'arrow-right' } as const
  if (cycle === null) {
    if (mayStart) return <LinkButton {...look} href={`${home}/diagnostic/nouveau`}>{texts.start}</LinkButton>
    return mayInvite ? <LinkButton variant="primary" icon="user-plus" href={`${home}/equipe#inviter`}>{spaceTexts.inviteTeam}</LinkButton> : null
  }
  const { diagnostic, next, isStarted, mayWrite } = cycle
  const path = `${home}/diagnostic/${diagnostic}`
  if (!mayWrite) return <LinkButton {...look} href={path}>{texts.read}</LinkButton>
  if (next === null) return <LinkButton {...look} href={`${home}/bonnes-pratiques/${diagnostic}`}>{texts.describe}</LinkButton>
  return (
    <LinkButton {...look} href={cardHref({ path, page: next.page, criterion: next.criterion })}>
      {!isStarted ? texts.begin : next.number === '' ? texts.resume : texts.resumeAt(next.number)}
    </LinkButton>
  )
}

/** How many of the five rounds are full: an image of how much is answered, not a level. */
const roundsOf = ({ answered, applicable }: CycleState): number =>
  applicable === 0 ? 0 : Math.floor((5 * answered) / applicable)

const goOn = ({ isStarted, answered, applicable }: CycleState): string => {
  const { begin, continue: more, readAgain } = spaceTexts.cycle
  if (!isStarted) return begin
  return answered < applicable ? more : readAgain
}

function DiagnosticTile({ cycle, home }: { readonly cycle: CycleState | null; readonly home: string }) {
  const { title, text } = spaceTexts.tiles.diagnostic
  const texts = spaceTexts.cycle
  if (cycle === null) {
    return (
      <Tile now href={`${home}/diagnostic`} title={title} picture={<DiagnosticPicture />} go={texts.start}>{text}</Tile>
    )
  }
  const { diagnostic, name, others, answered, applicable, next, mayWrite } = cycle
  return (
    <Tile
      now={answered < applicable}
      href={`${home}/diagnostic/${diagnostic}`}
      title={title}
      picture={<DiagnosticPicture filled={roundsOf(cycle)} />}
      go={mayWrite ? goOn(cycle) : texts.read}
    >
      {others === 0 ? null : `${name}. `}
      <b>{texts.criteria(answered, applicable)}</b> {texts.filled(answered)}
      {next?.isBegun === true ? ` ${texts.running(next.title)}` : null}
      {others === 0 ? null : ` ${texts.others(others)}`}
    </Tile>
  )
}

function PracticesTile({ cycle, home }: { readonly cycle: CycleState | null; readonly home: string }) {
  const { title, text } = spaceTexts.tiles.practices
  const texts = spaceTexts.cycle
  if (cycle === null) {
    return <Tile href={`${home}/bonnes-pratiques`} title={title} picture={<PracticesPicture />} go={texts.discover}>{text}</Tile>
  }
  const { diagnostic, name, others, described, priorities, answered, applicable, mayWrite } = cycle
  return (
    <Tile
      now={answered >= applicable}
      href={`${home}/bonnes-pratiques/${diagnostic}`}
      title={title}
      picture={<PracticesPicture counts={priorities} />}
      go={mayWrite ? texts.describe : texts.read}
    >
      {others === 0 ? null : `${name}. `}
      {described === 0 ? text : <><b>{texts.described(described)}</b>{texts.toPlan(priorities[2])}</>}
    </Tile>
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
