import type { Scope } from '#server/scope/scope.ts'
import { frDayOf } from '#texts/dates.ts'
import { teamTexts } from '#texts/equipe.ts'
import { LinkButton } from '#ui/actions/link-button.tsx'
import { EmptyState } from '#ui/feedback/empty-state.tsx'
import { DataTable } from '#ui/table/data-table.tsx'

import { InvitationActions } from './invitation-actions.tsx'
import type { PendingInvitation } from './team.queries.ts'
import styles from './team.module.css'

const texts = teamTexts.invitations

/** Invitations that wait for an answer, and those that waited too long. */
export function InvitationsTable({
  scope: { organisation },
  invitations,
  now,
}: {
  readonly scope: Scope
  readonly invitations: readonly PendingInvitation[]
  readonly now: Date
}) {
  const day = (instant: Date) => frDayOf(instant, organisation.timeZone)
  return (
    <DataTable
      caption={texts.list}
      isCaptionHidden
      rows={invitations}
      rowKey={({ id }) => id}
      empty={
        <EmptyState
          title={texts.none}
          headingLevel={3}
          actions={<LinkButton href="#champ-email">{teamTexts.invite.title}</LinkButton>}
        >
          {texts.noneHint}
        </EmptyState>
      }
      columns={[
        {
          key: 'email',
          header: texts.columns.email,
          isTitle: true,
          cell: ({ email, role }) => (
            <>
              <span className={styles.address}>{email}</span>
              <span className={styles.detail}>{teamTexts.roleName[role]}</span>
            </>
          ),
        },
        {
          key: 'sent',
          header: texts.columns.sent,
          cell: ({ sentAt, invitedBy, expiresAt }) => (
            <>
              {invitedBy === null ? texts.sent(day(sentAt)) : texts.sentBy(day(sentAt), invitedBy)}
              <span className={expiresAt <= now ? styles.late : styles.detail}>
                {expiresAt <= now ? texts.expired(day(expiresAt)) : texts.until(day(expiresAt))}
              </span>
            </>
          ),
        },
        {
          key: 'actions',
          header: texts.columns.actions,
          stack: 'bare',
          cell: (invitation) => (
            <InvitationActions
              space={String(organisation.number)}
              invitation={{ id: invitation.id, email: invitation.email, role: invitation.role }}
            />
          ),
        },
      ]}
    />
  )
}
