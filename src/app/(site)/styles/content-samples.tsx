import { Button } from '#ui/actions/button.tsx'
import { LinkButton } from '#ui/actions/link-button.tsx'
import { Tool, Tools } from '#ui/actions/tool.tsx'
import { Counts, FigureStrip } from '#ui/cards/figure-strip.tsx'
import { NewsList } from '#ui/cards/news-list.tsx'
import { SectionHead } from '#ui/cards/section-head.tsx'
import {
  DiagnosticPicture, EngagementsPicture, PracticesPicture, StakeholdersPicture,
} from '#ui/cards/tile-pictures.tsx'
import { Tile, Tiles } from '#ui/cards/tile.tsx'
import { TodoList } from '#ui/cards/todo-list.tsx'
import { Progress } from '#ui/feedback/progress.tsx'
import { Presence } from '#ui/form/presence.tsx'
import { RailLayout, ThemeNav } from '#ui/frame/theme-nav.tsx'
import { Split, Stack } from '#ui/layout/layout.tsx'
import { Superscripts } from '#ui/layout/superscripts.tsx'
import { DeadlineStatus } from '#ui/marks/deadline-status.tsx'
import { LevelPicker } from '#ui/pickers/level-picker.tsx'
import { QuestionCard } from '#ui/question/question-card.tsx'
import { contentTexts } from './content-texts.ts'
import { Sample } from './samples.tsx'
import { stylesTexts } from './styles-texts.ts'

const { sections, buttons, choices, fields } = stylesTexts
const { now, map, practices, actions, mine, todo, news, newsTitle, counts, figures, themes, questions } = contentTexts

export function WelcomeSamples() {
  return (
    <Sample id="accueil" title={sections.welcome}>
      <Stack gap={6}>
        <Tiles>
          <Tile href="#accueil" title={now.title} go={now.go} picture={<DiagnosticPicture filled={4} />} now>
            <b>{now.figure}</b> {now.text}
          </Tile>
          <Tile href="#accueil" title={map.title} go={map.go} picture={<StakeholdersPicture />}>
            <b>{map.figure}</b>{map.text}
          </Tile>
          <Tile href="#accueil" title={practices.title} go={practices.go} picture={<PracticesPicture counts={[11, 9, 6]} />}>
            <b>{practices.figure}</b>{practices.text}
          </Tile>
          <Tile href="#accueil" title={actions.title} go={actions.go} picture={<EngagementsPicture onTime={70} late={30} early={88} />}>
            <b>{actions.figure}</b>{actions.text}
          </Tile>
        </Tiles>
        <Split>
          <section>
            <SectionHead title={mine.title} aside={mine.count} />
            <TodoList
              items={todo.map(({ act, ...item }, index) => ({
                ...item,
                act: index === 0
                  ? <DeadlineStatus status="late">{act}</DeadlineStatus>
                  : <LinkButton dense href="#accueil">{act}</LinkButton>,
              }))}
            />
          </section>
          <section>
            <SectionHead title={newsTitle} />
            <NewsList items={news.map(({ text, who, ...item }) => ({ ...item, who, text: <><b>{who}</b> {text}</> }))} />
          </section>
        </Split>
        <Counts counts={counts} />
        <FigureStrip figures={figures.map((each) => ({ ...each, figure: <Superscripts>{each.figure}</Superscripts> }))} />
      </Stack>
    </Sample>
  )
}

export function QuestionSamples() {
  const { folded, open, unanswered, toConfirm, locked, notConcerned } = questions
  return (
    <Sample id="questionnaire" title={sections.questions}>
      <RailLayout
        rail={(
          <ThemeNav
            title={themes.title}
            summary={themes.summary}
            items={themes.items.map(([label, done, total], index) => (
              { label, done, total, href: `#theme-${index + 1}`, current: index === 3 }
            ))}
            foot={<Progress label={themes.progress} figure={themes.figure} value={27} max={35} />}
          />
        )}
      >
        <QuestionCard
          {...folded} state="folded" answer={{ level: 2, of: 5, label: folded.label, detail: folded.detail }}
          acts={<Button dense variant="quiet">{questions.modify}</Button>}
        />
        <QuestionCard
          {...open} state="open" presence={<Presence name={fields.colleague}>{questions.reading}</Presence>}
          tools={(
            <Tools>
              <Tool icon="lightbulb">{buttons.tool}</Tool>
              <Tool icon="chat-circle-text">{buttons.comments}</Tool>
              <Tool icon="bookmark-simple">{buttons.review}</Tool>
              <Tool icon="minus-circle">{buttons.notConcerned}</Tool>
            </Tools>
          )}
        >
          <LevelPicker
            name="critere-14" legend={choices.level} isLegendHidden previous={{ value: '2', label: choices.previous }}
            levels={choices.levels.map(([label, definition], index) => ({ value: String(index + 1), label, definition }))}
          />
        </QuestionCard>
        <QuestionCard
          {...unanswered} state="unanswered" answer={{ level: null, of: 5, detail: unanswered.detail }}
          acts={<Button dense>{questions.answer}</Button>}
        />
        <QuestionCard
          {...toConfirm} state="toConfirm" answer={{ level: 3, of: 5, target: 4, label: toConfirm.label, detail: toConfirm.detail }}
          acts={<><Button dense>{questions.confirm}</Button><Button dense variant="quiet">{questions.change}</Button></>}
        />
        <QuestionCard {...locked} state="locked" answer={{ level: 4, of: 5, label: locked.label, detail: locked.detail }} />
        <QuestionCard
          {...notConcerned} state="folded"
          answer={{ level: 'notConcerned', of: 4, label: notConcerned.label, detail: notConcerned.detail }}
          acts={<Button dense variant="quiet">{questions.modify}</Button>}
        />
      </RailLayout>
    </Sample>
  )
}
