'use client'

import { memo } from 'react'

import { choicesOf } from '../../texts/studio/choices.ts'
import { fieldText } from '../../texts/studio/fields.ts'
import { studioTexts } from '../../texts/studio/studio.ts'
import { isBlock } from '../paths.ts'
import { Button } from '../ui/button.tsx'
import { ChoiceInput, ChoicesInput, FlagInput, TernaryInput } from './choice-inputs.tsx'
import { ConditionInput, FormulaInput } from './condition-input.tsx'
import { AppliesInput, LevelTextsInput, NodeInput, NodesInput, PlainPromptInput } from './draft-inputs.tsx'
import type { Facts, Option } from './facts.ts'
import { readText } from './facts.ts'
import { GroupFrame, useError } from './field-frame.tsx'
import type { FieldPlace } from './field-place.ts'
import { below, fieldId, useFacts, useJumpTo, useWrite } from './field-place.ts'
import type { FieldSpec, Source } from './field-spec.ts'
import styles from './fields.module.css'
import { ItemsInput } from './items-input.tsx'
import { DayInput, LinesInput, NameInput, NumberInput, RangeInput, TextInput, TextLinesInput, ValueMapInput, WordInput } from './text-inputs.tsx'

type Block = Readonly<Record<string, unknown>>

const optionsOf = (facts: Facts, source: Source, block: Block): readonly Option[] => {
  switch (source) {
    case 'kinds':
    case 'scales':
    case 'lists':
    case 'rules':
    case 'axes':
      return facts[source]
    case 'assessableKinds':
      return facts.kinds.filter(({ isAssessable }) => isAssessable)
    case 'levels':
      return facts.scales.flatMap(({ values, label }) => values.map(({ value, label: name }) => ({ value, label: `${value} · ${name} (${label})` })))
    case 'columns': {
      const columns: readonly unknown[] = Array.isArray(block['columns']) ? block['columns'] : []
      return columns.filter(isBlock).map(({ code, prompt }) => ({ value: String(code), label: readText(prompt, facts.language) || String(code) }))
    }
  }
}

type FieldProps = {
  readonly spec: FieldSpec
  /** Where its block stands. */
  readonly at: FieldPlace
  readonly block: Block
}

/** One field of the format, as its line in the table says. */
export function Field({ spec, at, block }: FieldProps) {
  const facts = useFacts()
  const { label, hint } = fieldText(spec.text)
  const place = spec.name === '' ? at : below(at, spec.name)
  const value = spec.name === '' ? block[''] : block[spec.name]
  const props = { place, label, hint, value, width: spec.width }
  switch (spec.input) {
    case 'text':
      return <TextInput {...props} lines={spec.lines ?? 1} />
    case 'word':
      return spec.names === true ? <NameInput {...props} /> : <WordInput {...props} />
    case 'colour':
      return <WordInput {...props} />
    case 'number':
      return <NumberInput {...props} isNullable={spec.isNullable ?? false} />
    case 'range':
      return <RangeInput {...props} />
    case 'day':
      return <DayInput {...props} />
    case 'flag':
      return <FlagInput {...props} />
    case 'ternary':
      return <TernaryInput {...props} />
    case 'choice':
      return <ChoiceInput {...props} isRequired={spec.isRequired ?? false} options={'of' in spec.from ? choicesOf(spec.from.of) : optionsOf(facts, spec.from.source, block)} />
    case 'choices':
      return <ChoicesInput {...props} of={spec.of} />
    case 'lines':
      return <TextLinesInput {...props} />
    case 'words':
      return <LinesInput {...props} isCode />
    case 'condition':
      return <ConditionInput {...props} />
    case 'formula':
      return <FormulaInput {...props} />
    case 'node':
      return <NodeInput {...props} />
    case 'nodes':
      return <NodesInput {...props} />
    case 'levelTexts':
      return <LevelTextsInput {...props} rating={block['rating']} />
    case 'applies':
      return <AppliesInput {...props} />
    case 'valueMap':
      return <ValueMapInput {...props} />
    case 'plainPrompt':
      return <PlainPromptInput {...props} />
    case 'block':
      return <BlockInput {...props} spec={spec} />
    case 'items':
      return <ItemsInput {...props} spec={spec} Fields={Fields} />
  }
}

/** Fields of one block, in their order; what is seldom needed stands under a fold. */
export const Fields = memo(function Fields({ specs, at, block }: { readonly specs: readonly FieldSpec[]; readonly at: FieldPlace; readonly block: Block }) {
  const jumped = useJumpTo(at)
  const shown = specs.filter(({ name, when }) => when === undefined || when(block) || block[name] !== undefined)
  const isFolded = ({ isExtra, name }: FieldSpec): boolean => isExtra === true && block[name] === undefined
  const folded = shown.filter(isFolded)
  const draw = (spec: FieldSpec) => <Field key={spec.name === '' ? spec.text : spec.name} {...{ spec, at, block }} />
  return (
    <div className={styles.fields}>
      {shown.filter((spec) => !isFolded(spec)).map(draw)}
      {folded.length === 0 ? null : (
        <details className={styles.extra} key={jumped ?? 'extra'} open={jumped !== null || undefined}>
          <summary>{studioTexts.sheet.parts.more}</summary>
          <div className={styles.fields}>{folded.map(draw)}</div>
        </details>
      )}
    </div>
  )
})

type BlockProps = {
  readonly place: FieldPlace
  readonly label: string
  readonly hint?: string | undefined
  readonly value: unknown
  readonly spec: Extract<FieldSpec, { input: 'block' }>
}

/** A block that may be absent: a button opens it, another empties it. */
function BlockInput({ place, label, hint, value, spec }: BlockProps) {
  const write = useWrite(place, label)
  const error = useError(place)
  return (
    <GroupFrame id={fieldId(place)} {...{ label, hint, error }}>
      {isBlock(value) ? (
        <>
          <Fields specs={spec.fields} at={place} block={value} />
          <Button look="quiet" icon="x" onClick={() => write(undefined)}>{studioTexts.sheet.clear}</Button>
        </>
      ) : (
        <Button look="quiet" icon="plus" onClick={() => write(spec.blank)}>{studioTexts.sheet.open}</Button>
      )}
    </GroupFrame>
  )
}
