import { Button } from '#ui/actions/button.tsx'
import { LinkButton } from '#ui/actions/link-button.tsx'
import { Tool, Tools } from '#ui/actions/tool.tsx'
import { CheckBox, RadioSet } from '#ui/form/check-box.tsx'
import { PasswordField } from '#ui/form/password-field.tsx'
import { Conflict } from '#ui/form/conflict.tsx'
import { Presence } from '#ui/form/presence.tsx'
import { SaveStatus } from '#ui/form/save-status.tsx'
import { SelectField } from '#ui/form/select-field.tsx'
import { TextAreaField } from '#ui/form/text-area-field.tsx'
import { TextField } from '#ui/form/text-field.tsx'
import { Row, Stack } from '#ui/layout/layout.tsx'
import { FivePicker, Segmented } from '#ui/pickers/segmented.tsx'
import { LevelPicker } from '#ui/pickers/level-picker.tsx'
import { LevelKey, LevelStrip } from '#ui/pickers/level-strip.tsx'
import { PriorityPicker } from '#ui/pickers/priority-picker.tsx'
import { BothThemes, Sample } from './samples.tsx'
import { stylesTexts } from './styles-texts.ts'

const { buttons, fields, choices, sections } = stylesTexts

const strip = choices.stripLevels.map(([mark, short, label], index) => ({
  value: String(index + 1), mark, short, label, star: index === 4, outside: index > 4,
}))

export function ButtonSamples() {
  return (
    <Sample id="boutons" title={sections.buttons}>
      <BothThemes>
        {() => (
          <>
            <Row>
              <Button variant="primary">{buttons.primary}</Button>
              <Button>{buttons.secondary}</Button>
              <Button variant="quiet">{buttons.quiet}</Button>
              <Button variant="danger" icon="trash">{buttons.danger}</Button>
            </Row>
            <Row>
              <Button variant="primary" busy={buttons.busy}>{buttons.primary}</Button>
              <LinkButton variant="primary" href="#boutons" iconAfter="arrow-right">{buttons.link}</LinkButton>
              <Button icon="arrow-left" aria-label={buttons.back} />
              <Button dense>{buttons.dense}</Button>
              <Button dense variant="quiet">{buttons.quiet}</Button>
            </Row>
            <Button variant="primary" disabledReason={buttons.reason}>{buttons.off}</Button>
            <Tools>
              <Tool icon="lightbulb">{buttons.tool}</Tool>
              <Tool icon="chat-circle-text" href="#boutons">{buttons.comments}</Tool>
              <Tool icon="bookmark-simple">{buttons.review}</Tool>
              <Tool icon="minus-circle">{buttons.notConcerned}</Tool>
            </Tools>
          </>
        )}
      </BothThemes>
    </Sample>
  )
}

export function FieldSamples() {
  return (
    <Sample id="champs" title={sections.fields}>
      <BothThemes>
        {(prefix) => (
          <>
            <TextField name={`${prefix}-repos`} label={fields.rest} hint={fields.hint} placeholder={fields.placeholder} />
            <TextField
              name={`${prefix}-saisie`} label={fields.typing} defaultValue={fields.value}
              save={<SaveStatus state="saving">{fields.saving}</SaveStatus>}
            />
            <TextField
              name={`${prefix}-sauve`} label={fields.saved} defaultValue={fields.value}
              save={<SaveStatus state="saved">{fields.savedAt}</SaveStatus>}
            />
            <TextField
              name={`${prefix}-hors-ligne`} label={fields.offline} defaultValue={fields.value}
              save={<SaveStatus state="offline">{fields.offlineText}</SaveStatus>}
            />
            <TextField
              name={`${prefix}-echec`} label={fields.saveError} defaultValue={fields.value}
              save={<SaveStatus state="error">{fields.saveErrorText}</SaveStatus>}
            />
            <TextField name={`${prefix}-erreur`} label={fields.error} defaultValue={fields.wrongMonth} error={fields.errorText} short />
            <TextAreaField
              name={`${prefix}-texte`} label={fields.area} defaultValue={fields.areaValue} optional
              save={<SaveStatus state="saving">{fields.saving}</SaveStatus>}
              presence={<Presence name={fields.colleague}>{fields.presence}</Presence>}
            />
            <Stack gap={2}>
              <b>{fields.conflict}</b>
              <Conflict
                theirs={{ heading: fields.theirs, text: fields.theirText }}
                mine={{ heading: fields.mine, text: fields.mineText }}
                actions={(
                  <>
                    <Button dense>{fields.keepBoth}</Button>
                    <Button dense variant="quiet">{fields.takeTheirs}</Button>
                    <Button dense variant="quiet">{fields.keepMine}</Button>
                  </>
                )}
              />
            </Stack>
            <TextField name={`${prefix}-email`} type="email" label={fields.email} autoComplete="off" />
            <PasswordField
              name={`${prefix}-mot-de-passe`} label={fields.password} hint={fields.passwordHint} autoComplete="new-password"
            />
            <SelectField
              name={`${prefix}-role`} label={fields.select} placeholder={fields.choose}
              options={fields.roles.map((label) => ({ value: label, label }))}
            />
            <TextField name={`${prefix}-cherche`} type="search" icon="magnifying-glass" label={fields.search} />
            <TextField name={`${prefix}-lecture`} label={fields.disabled} defaultValue={fields.disabledValue} readOnly />
            <CheckBox name={`${prefix}-accord`} label={fields.accept} hint={fields.acceptHint} defaultChecked />
            <CheckBox name={`${prefix}-refus`} label={fields.accept} error={fields.acceptError} />
            <RadioSet
              name={`${prefix}-partage`} legend={fields.sharing} defaultValue="counters"
              options={fields.sharingOptions.map(([value, label, hint]) => ({ value, label, hint }))}
            />
          </>
        )}
      </BothThemes>
    </Sample>
  )
}

export function ChoiceSamples() {
  return (
    <Sample id="choix" title={sections.choices}>
      <BothThemes>
        {(prefix) => (
          <>
            <LevelPicker
              name={`${prefix}-niveau`} legend={choices.level} defaultValue="3" previous={{ value: '2', label: choices.previous }}
              levels={choices.levels.map(([label, definition], index) => ({ value: String(index + 1), label, definition }))}
              foot={(
                <Row>
                  <SaveStatus state="saved">{fields.savedAt}</SaveStatus>
                  <Tool>{choices.clear}</Tool>
                </Row>
              )}
            />
            <LevelPicker
              name={`${prefix}-etoile`} legend={choices.starScale} defaultValue="5"
              levels={choices.starLevels.map((label, index) => ({ value: String(index + 1), label, star: index === 4 }))}
            />
            <LevelKey title={choices.levelKey} levels={strip} />
            <LevelStrip name={`${prefix}-bande`} legend={choices.strip} levels={strip} defaultValue="3" previous={{ value: '2', label: choices.previous }} />
            <PriorityPicker name={`${prefix}-priorite`} legend={choices.priority} defaultValue={3} />
            <Segmented
              name={`${prefix}-etat`} legend={choices.state} defaultValue="en cours"
              options={choices.states.map((label) => ({ value: label, label }))}
            />
            <FivePicker
              name={`${prefix}-avis`} legend={choices.five} defaultValue="4" ends={choices.ends}
              options={['1', '2', '3', '4', '5'].map((label) => ({ value: label, label }))}
            />
          </>
        )}
      </BothThemes>
    </Sample>
  )
}
