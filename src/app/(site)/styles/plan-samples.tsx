import { LinkButton } from '#ui/actions/link-button.tsx'
import { Progress } from '#ui/feedback/progress.tsx'
import { Journal, JournalEntry } from '#ui/journal/journal.tsx'
import { Stack } from '#ui/layout/layout.tsx'
import { Text, Title } from '#ui/layout/text.tsx'
import { AppLink } from '#ui/link/app-link.tsx'
import { Person } from '#ui/marks/avatar.tsx'
import { DeadlineStatus } from '#ui/marks/deadline-status.tsx'
import { LevelLine } from '#ui/marks/level-line.tsx'
import { LevelMark } from '#ui/marks/level-mark.tsx'
import { PriorityMark } from '#ui/marks/priority-mark.tsx'
import { DataTable, type TableColumn } from '#ui/table/data-table.tsx'
import { frPercent } from '#texts/typography.ts'
import { contentTexts } from './content-texts.ts'
import styles from './page.module.css'
import { Sample } from './samples.tsx'
import { stylesTexts } from './styles-texts.ts'

const { plan, journal, team } = contentTexts
const [practice, indicator, reference, target, today, responsible] = plan.headers

type PlanAction = (typeof plan.criteria)[number]['actions'][number]

const planColumns: readonly TableColumn<PlanAction>[] = [
  {
    key: 'practice', header: practice, isTitle: true,
    cell: ({ text, detail }) => (
      <Stack gap={2}>
        <AppLink href="#plan"><b>{text}</b></AppLink>
        {detail ? <Text size="sm" soft>{detail}</Text> : null}
      </Stack>
    ),
  },
  { key: 'indicator', header: indicator, stack: 'bare', lineCell: ({ lines }, line) => lines[line]?.[0] },
  { key: 'reference', header: reference, align: 'end', stack: 'inline', lineCell: ({ lines }, line) => lines[line]?.[1] },
  { key: 'target', header: target, align: 'end', stack: 'inline', lineCell: ({ lines }, line) => lines[line]?.[2] },
  { key: 'today', header: today, align: 'end', stack: 'inline', lineCell: ({ lines }, line) => lines[line]?.[3] },
  {
    key: 'responsible', header: responsible, isEarly: true, roomy: true,
    cell: ({ who, when, status, percent }) => (
      <Stack gap={3}>
        <Person name={who} detail={when} />
        <span><DeadlineStatus status={status} /></span>
        {percent === null ? null : <Progress label={plan.progress} figure={frPercent(percent)} value={percent} thin />}
      </Stack>
    ),
  },
]

type Member = (typeof team.rows)[number]

const teamColumns: readonly TableColumn<Member>[] = [
  {
    key: 'name', header: team.headers[0], isTitle: true, cell: ([name]) => <Person name={name} />,
    sort: { href: '?tri=nom#plan', direction: 'ascending' },
  },
  { key: 'role', header: team.headers[1], stack: 'inline', cell: ([, role]) => role, sort: { href: '?tri=role#plan' } },
  { key: 'themes', header: team.headers[2], stack: 'inline', cell: ([, , themes]) => themes },
  { key: 'visit', header: team.headers[3], stack: 'inline', cell: ([, , , visit]) => visit },
  { key: 'act', header: team.headers[4], narrow: true, isHeaderHidden: true, stack: 'bare', cell: () => <LinkButton dense href="#plan">{team.modify}</LinkButton> },
]

export function PlanSamples() {
  return (
    <Sample id="plan" title={stylesTexts.sections.plan}>
      <Stack gap={6}>
        <DataTable
          caption={plan.caption}
          isCaptionHidden
          columns={planColumns}
          rowKey={({ key }) => key}
          lines={({ lines }) => lines.length}
          groups={plan.criteria.map(({ number, title, level, target: aim, priority, actions }) => ({
            key: number,
            rows: actions,
            head: (
              <div className={styles.group}>
                <span className={styles.groupName}><span className={styles.groupNumber}>{number}</span>{title}</span>
                <LevelLine level={level} target={aim}>{plan.aimed}<LevelMark level={aim} size="s" decorative /></LevelLine>
                <PriorityMark priority={priority} />
              </div>
            ),
          }))}
        />
        <DataTable caption={team.caption} columns={teamColumns} rows={team.rows} rowKey={([name]) => name} />
        <Title level={3}>{journal.title}</Title>
        <Journal>
          {journal.entries.map(({ text, ...entry }) => <JournalEntry key={entry.instant} {...entry}>{text}</JournalEntry>)}
        </Journal>
      </Stack>
    </Sample>
  )
}
