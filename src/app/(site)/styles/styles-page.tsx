import { LinkButton } from '#ui/actions/link-button.tsx'
import { Progress } from '#ui/feedback/progress.tsx'
import { SaveStatus } from '#ui/form/save-status.tsx'
import { Dock } from '#ui/frame/dock.tsx'
import { PageHead } from '#ui/frame/page-head.tsx'
import { Shell } from '#ui/frame/shell.tsx'
import { ThemeSwitch } from '#ui/theme/theme-switch.tsx'
import { ButtonSamples, ChoiceSamples, FieldSamples } from './control-samples.tsx'
import { QuestionSamples, WelcomeSamples } from './content-samples.tsx'
import { contentTexts } from './content-texts.ts'
import { ChartSamples, ColourSamples, StakeholderSamples } from './drawing-samples.tsx'
import { PlanSamples } from './plan-samples.tsx'
import { DialogSamples, MarkSamples, MessageSamples } from './sign-samples.tsx'
import { stylesTexts } from './styles-texts.ts'
import { WhiteLabelSamples } from './white-label-samples.tsx'

const { sections, network, place, person, email, accountLinks } = stylesTexts
const { plan } = contentTexts

const places = [
  { label: sections.buttons, href: '#boutons', current: true },
  { label: sections.choices, href: '#choix' },
  { label: sections.messages, href: '#messages' },
  { label: sections.questions, href: '#questionnaire' },
  { label: sections.charts, href: '#graphiques' },
]

/** The whole design system on one page. */
export function StylesPage({ nonce }: { readonly nonce?: string | undefined }) {
  return (
    <Shell
      banner={{ ...network, href: '/' }}
      place={place}
      places={places}
      person={{ name: person, email }}
      accountLinks={accountLinks.map((label, index) => ({ label, href: `#compte-${index + 1}` }))}
      accountExtra={<ThemeSwitch />}
      dock={(
        <Dock
          progress={<Progress layout="inline" label={plan.themeProgress} figure={plan.themeFigure} value={3} max={5} />}
          state={<SaveStatus state="saved">{plan.allSaved}</SaveStatus>}
          next={<LinkButton variant="primary" iconAfter="arrow-right" href="#questionnaire">{plan.next}</LinkButton>}
        />
      )}
    >
      <PageHead title={stylesTexts.title} lead={stylesTexts.lead} trail={[{ label: network.name, href: '/' }, { label: stylesTexts.title }]} />
      <ColourSamples />
      <ButtonSamples />
      <FieldSamples />
      <ChoiceSamples />
      <MarkSamples />
      <MessageSamples />
      <DialogSamples />
      <WelcomeSamples />
      <QuestionSamples />
      <PlanSamples />
      <StakeholderSamples />
      <ChartSamples />
      <WhiteLabelSamples nonce={nonce} />
    </Shell>
  )
}
