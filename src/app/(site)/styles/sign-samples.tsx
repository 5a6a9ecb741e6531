import { Button } from '#ui/actions/button.tsx'
import { LinkButton } from '#ui/actions/link-button.tsx'
import { DialogOpener } from '#ui/dialog/dialog-opener.tsx'
import { Dialog } from '#ui/dialog/dialog.tsx'
import { EmptyState } from '#ui/feedback/empty-state.tsx'
import { Note } from '#ui/feedback/note.tsx'
import { Progress } from '#ui/feedback/progress.tsx'
import { Toast } from '#ui/feedback/toast.tsx'
import { ErrorSummary } from '#ui/form/error-summary.tsx'
import { Presence } from '#ui/form/presence.tsx'
import { Row, Stack } from '#ui/layout/layout.tsx'
import { Text } from '#ui/layout/text.tsx'
import { AppLink } from '#ui/link/app-link.tsx'
import { AvatarGroup, Person } from '#ui/marks/avatar.tsx'
import { Chip, FilterChip } from '#ui/marks/chip.tsx'
import { DeadlineStatus } from '#ui/marks/deadline-status.tsx'
import { LevelDots } from '#ui/marks/level-dots.tsx'
import { LevelLine } from '#ui/marks/level-line.tsx'
import { LevelMark } from '#ui/marks/level-mark.tsx'
import { PriorityMark } from '#ui/marks/priority-mark.tsx'
import { BothThemes, Sample } from './samples.tsx'
import { stylesTexts } from './styles-texts.ts'

const { marks, messages, dialogs, fields, sections } = stylesTexts

export function MarkSamples() {
  return (
    <Sample id="marques" title={sections.marks}>
      <BothThemes>
        {() => (
          <>
            <Row gap={5}>
              {[1, 2, 3, 4, 5].map((level) => <LevelLine key={level} level={level} size="m" />)}
              <LevelLine level={2} target={4} size="m">{marks.target}</LevelLine>
            </Row>
            <Row gap={5}>
              <Row gap={2}><LevelMark level={null} decorative />{marks.unanswered}</Row>
              <Row gap={2}><LevelMark level="notConcerned" decorative />{marks.notConcerned}</Row>
              <Row gap={2}><LevelMark level="star" of={4} decorative /><LevelDots level={null} of={4} star="reached" />{marks.star}</Row>
            </Row>
            {[3, 4, 6, 7].map((of) => (
              <Row key={of} gap={2}>
                {Array.from({ length: of }, (_, index) => <LevelMark key={index} level={index + 1} of={of} />)}
                <LevelDots level={of - 1} of={of} star={of === 4 ? 'open' : undefined} />
              </Row>
            ))}
            <Row><PriorityMark priority={1} /><PriorityMark priority={2} /><PriorityMark priority={3} /></Row>
            <Row>
              <DeadlineStatus status="late" /><DeadlineStatus status="early" />
              <DeadlineStatus status="onTime" /><DeadlineStatus status="unknown" />
              <DeadlineStatus status="late">{marks.deadline}</DeadlineStatus>
            </Row>
            <DeadlineStatus status="onTime" declaredOver="late" />
            <Row>
              <Chip>{marks.theme}</Chip>
              <FilterChip href="#marques" label={marks.filter} icon="funnel" />
              <FilterChip href="#marques" label={marks.filterOn} on />
              <Chip tone="stakeholder" icon="chats-circle">{marks.fromDialogue}</Chip>
              <Presence name={fields.colleague}>{fields.presence}</Presence>
            </Row>
            <Row gap={5}>
              <Row gap={2}>
                <AvatarGroup people={marks.people.map((name) => ({ name }))} />
                <Text as="span" size="sm" soft>{marks.here}</Text>
              </Row>
              <Person name="Solène Guérin" detail={marks.when} />
            </Row>
            <Progress label={marks.progress} figure={marks.progressFigure} value={27} max={35} />
            <Progress label={marks.progress} figure={marks.progressFigure} value={27} max={35} thin layout="inline" />
          </>
        )}
      </BothThemes>
    </Sample>
  )
}

export function MessageSamples() {
  return (
    <Sample id="messages" title={sections.messages}>
      <BothThemes>
        {(prefix) => (
          <>
            <Toast inFlow message={messages.toast} undoAction="#messages" />
            <Note icon="users-three">{messages.info} <AppLink href="#messages">{messages.settle}</AppLink></Note>
            <Note tone="attention" icon="cloud-slash">{messages.offline}</Note>
            <Note tone="error">{messages.file}</Note>
            <Note tone="stakeholder"><b>{messages.born}</b> {messages.bornText}</Note>
            <Note tone="success">{messages.saved}</Note>
            <ErrorSummary
              takesFocus={false}
              errors={[
                { name: `${prefix}-email`, message: messages.formErrors[0] },
                { name: `${prefix}-mot-de-passe`, message: messages.formErrors[1] },
              ]}
            />
            <EmptyState
              title={messages.emptyTitle}
              actions={(
                <>
                  <LinkButton dense href="#messages">{messages.emptyAct}</LinkButton>
                  <Button dense variant="quiet">{messages.emptyOther}</Button>
                </>
              )}
            >
              {messages.empty}
            </EmptyState>
          </>
        )}
      </BothThemes>
    </Sample>
  )
}

export function DialogSamples() {
  return (
    <Sample id="dialogues" title={sections.dialogs}>
      <Stack>
        <Row><DialogOpener dialogId="retirer">{dialogs.open}</DialogOpener></Row>
        <Dialog id="retirer" title={dialogs.title} actions={<Button variant="danger">{dialogs.verb}</Button>}>
          <p>{dialogs.text}</p>
        </Dialog>
      </Stack>
    </Sample>
  )
}
