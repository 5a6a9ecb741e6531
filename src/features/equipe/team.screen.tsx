import { notFound } from 'next/navigation'

import { displayName } from '#domain/identity/person-name.rules.ts'
import { SpaceFrame } from '#features/espace/exports.ts'
import { payloadInstance } from '#server/payload.ts'
import { isOpen } from '#server/scope/open-for-writing.ts'
import type { Scope } from '#server/scope/scope.ts'
import { teamTexts } from '#texts/equipe.ts'
import { LinkButton } from '#ui/actions/link-button.tsx'
import { SectionHead } from '#ui/cards/section-head.tsx'
import { Note } from '#ui/feedback/note.tsx'
import { PageHead } from '#ui/frame/page-head.tsx'
import { Card, Split, Stack } from '#ui/layout/layout.tsx'
import { Text, Title } from '#ui/layout/text.tsx'

import { InvitationsTable } from './invitations-table.tsx'
import { InviteForm } from './invite-form.tsx'
import { LeaveTeam } from './member-actions.tsx'
import { MembersTable } from './members-table.tsx'
import { RolesExplained } from './roles-explained.tsx'
import { listInvitations, listMembers } from './team.queries.ts'
import type { Member } from './team.queries.ts'
import { TeamForms } from './team-forms.tsx'
import styles from './team.module.css'

const membersHeading = 'membres'

/** Who is in the organisation, with which role; administrators invite, change and remove. */
export async function TeamScreen({ scope }: { readonly scope: Scope }) {
  // A consultant works with the contents, not with the people: for them this page doesn't exist.
  if (!scope.rights.has('team:read')) notFound()
  const database = (await payloadInstance()).db.drizzle
  const mayManage = scope.rights.has('team:manage')
  const isOpenNow = isOpen(scope, new Date())
  const mayInvite = mayManage && isOpenNow
  const [members, invitations] = await Promise.all([
    listMembers(scope, database),
    mayManage ? listInvitations(scope, database) : [],
  ])
  return (
    <SpaceFrame scope={scope} current="team">
      <PageHead
        title={teamTexts.title}
        lead={teamTexts.lead}
        actions={
          mayInvite ? (
            <LinkButton variant="primary" icon="user-plus" href="#champ-email">
              {teamTexts.invite.title}
            </LinkButton>
          ) : undefined
        }
      />
      <TeamForms headingId={membersHeading}>
        <div className={styles.sections}>
          <section aria-labelledby={membersHeading}>
            <SectionHead
              title={
                <span id={membersHeading} tabIndex={-1} className={styles.heading}>
                  {teamTexts.membersTitle}
                </span>
              }
              aside={teamTexts.count(members.length)}
            />
            <Stack gap={4}>
              {mayManage ? null : (
                <Note icon="eye">
                  <p>{teamTexts.readOnly(administratorsOf(members))}</p>
                </Note>
              )}
              <MembersTable scope={scope} members={members} mayManage={mayManage} isOpen={isOpenNow} />
            </Stack>
          </section>
          {mayManage ? (
            <Split kind="side">
              <div className={styles.sections}>
                <section aria-labelledby="invitations">
                  <SectionHead id="invitations" title={teamTexts.invitations.title} />
                  <InvitationsTable scope={scope} invitations={invitations} now={new Date()} />
                </section>
                <Leaving scope={scope} members={members} />
              </div>
              {mayInvite ? (
                <Inviting space={String(scope.organisation.number)} />
              ) : (
                <Note tone="attention" icon="lock-simple">
                  <p>{teamTexts.closed}</p>
                </Note>
              )}
            </Split>
          ) : (
            <>
              <section aria-labelledby="roles">
                <SectionHead id="roles" title={teamTexts.rolesTitle} />
                <RolesExplained />
              </section>
              <Leaving scope={scope} members={members} />
            </>
          )}
        </div>
      </TeamForms>
    </SpaceFrame>
  )
}

function Inviting({ space }: { readonly space: string }) {
  return (
    <Card labelledBy="inviter">
      <Stack gap={5}>
        <Stack gap={2}>
          <Title level={2} size="block" id="inviter">
            {teamTexts.invite.title}
          </Title>
          <Text size="sm" soft>
            {teamTexts.invite.lead}
          </Text>
        </Stack>
        <InviteForm space={space} />
      </Stack>
    </Card>
  )
}

const administratorsOf = (members: readonly Member[]): string =>
  members
    .filter(({ role }) => role === 'admin')
    .map(displayName)
    .join(' ou ')

/** Everyone may leave, but the last administrator: who is told what to do first. */
function Leaving({ scope, members }: { readonly scope: Scope; readonly members: readonly Member[] }) {
  const own = members.find(({ user }) => user === scope.person.id)
  if (own === undefined) return null
  const isLastAdministrator = own.role === 'admin' && members.filter(({ role }) => role === 'admin').length === 1
  return (
    <section aria-labelledby="partir">
      <SectionHead id="partir" title={teamTexts.leave.open} />
      {isLastAdministrator ? (
        <Note icon="lock-simple">
          <p>
            {teamTexts.lastAdministrator.reason} {teamTexts.lastAdministrator.mend}
          </p>
        </Note>
      ) : (
        <Stack gap={4}>
          <Text soft>{teamTexts.leave.before}</Text>
          <div>
            <LeaveTeam
              space={String(scope.organisation.number)}
              membership={own.membership}
              organisation={scope.organisation.name}
            />
          </div>
        </Stack>
      )}
    </section>
  )
}
