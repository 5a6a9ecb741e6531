import { displayName } from '#domain/identity/person-name.rules.ts'
import type { Scope } from '#server/scope/scope.ts'
import { frDayOf } from '#texts/dates.ts'
import { teamTexts } from '#texts/equipe.ts'
import { Chip } from '#ui/marks/chip.tsx'
import { Person } from '#ui/marks/avatar.tsx'
import { DataTable } from '#ui/table/data-table.tsx'
import type { TableColumn } from '#ui/table/data-table.tsx'

import { ChangeRole, RemoveMember } from './member-actions.tsx'
import type { Member } from './team.queries.ts'
import styles from './team.module.css'

/** The members, each with their role; administrators get the acts, but not on the last of them. */
export function MembersTable({
  scope,
  members,
  mayManage,
  isOpen,
}: {
  readonly scope: Scope
  readonly members: readonly Member[]
  readonly mayManage: boolean
  /** After a subscription’s end people may still be removed, but no role changes. */
  readonly isOpen: boolean
}) {
  const { columns: heads } = teamTexts
  const { timeZone } = scope.organisation
  const columns: readonly TableColumn<Member>[] = [
    {
      key: 'person',
      header: heads.person,
      isTitle: true,
      cell: (member) => (
        <Person
          name={displayName(member)}
          seed={member.user}
          detail={
            <span className={styles.address}>
              {member.email}
              {member.user === scope.person.id ? ` (${teamTexts.you})` : ''}
            </span>
          }
        />
      ),
    },
    {
      key: 'role',
      header: heads.role,
      stack: 'inline',
      cell: ({ role, themeLimits }) => (
        <span className={styles.actions}>
          {teamTexts.roleName[role]}
          {themeLimits.length === 0 ? null : <Chip tone="outline">{teamTexts.limited}</Chip>}
        </span>
      ),
    },
    {
      key: 'since',
      header: heads.since,
      stack: 'inline',
      cell: ({ since }) => <span className={styles.day}>{frDayOf(since, timeZone)}</span>,
    },
    ...(mayManage
      ? [
          {
            key: 'actions',
            header: heads.actions,
            stack: 'bare' as const,
            cell: (member: Member) => <MemberActs scope={scope} member={member} members={members} isOpen={isOpen} />,
          },
        ]
      : []),
  ]
  return (
    <DataTable
      caption={teamTexts.membersList}
      isCaptionHidden
      columns={columns}
      rows={members}
      rowKey={({ membership }) => membership}
    />
  )
}

function MemberActs({
  scope,
  member,
  members,
  isOpen,
}: {
  readonly scope: Scope
  readonly member: Member
  readonly members: readonly Member[]
  readonly isOpen: boolean
}) {
  const isOwn = member.user === scope.person.id
  const isLastAdministrator = member.role === 'admin' && members.filter(({ role }) => role === 'admin').length === 1
  if (isLastAdministrator) {
    return (
      <span className={styles.why}>
        {isOwn ? teamTexts.lastAdministrator.mend : teamTexts.lastAdministrator.ofOther}
      </span>
    )
  }
  const space = String(scope.organisation.number)
  const row = { membership: member.membership, name: displayName(member), role: member.role }
  return (
    <div className={styles.actions}>
      {isOpen ? <ChangeRole space={space} member={row} /> : null}
      {isOwn ? null : <RemoveMember space={space} member={row} />}
    </div>
  )
}
