import { describe, expect, it } from 'vitest'

import { compile } from '#plugins/referentiels/engine/compile/compile.ts'
import type { ReferentielDocument } from '#plugins/referentiels/engine/document/document.schema.ts'
import { evaluate } from '#plugins/referentiels/engine/evaluate/evaluate.ts'

import { placeToResume } from './resume.rules.ts'

const questions = (code: string) => ['x', 'y'].map((each) => ({ code: `${code}.${each}`, type: 'boolean', prompt: each }) as const)

const document: ReferentielDocument = {
  format: 'referentiel/1',
  id: 'maison',
  version: '1.0.0',
  title: 'Maison',
  kinds: [{ code: 'theme', label: 'Thème' }, { code: 'critere', label: 'Critère', assessable: true }],
  nodes: ['t', 'u', 'v'].flatMap((theme) => [
    { code: theme, kind: 'theme', title: theme },
    ...['1', '2'].map((number) => ({ code: theme + number, parent: theme, kind: 'critere', title: number, questions: questions(theme + number) })),
  ]),
  presentation: { pageKind: 'theme', criterionKind: 'critere' },
}

const compiled = compile(document)
const whole = (...codes: readonly string[]) => Object.fromEntries(codes.flatMap((code) => [[`${code}.x`, true], [`${code}.y`, true]]))
const resumed = (answers: Readonly<Record<string, boolean>>) => {
  const place = placeToResume(evaluate(compiled, { answers }))
  return place && [place.page.node.code, place.criterion.code, place.isBegun]
}

describe('Where one goes on', () => {
  it.each([
    ['at the beginning, before anything is answered', {}, ['t', 't1', false]],
    ['in the criterion that was left halfway, wherever it is', { ...whole('u1'), 'v2.x': true }, ['v', 'v2', true]],
    ['on the page that is answered in part', whole('u1'), ['u', 'u2', true]],
    ['on the first page that waits, when none is begun', whole('t1', 't2'), ['u', 'u1', false]],
    ['nowhere, when all is answered', whole('t1', 't2', 'u1', 'u2', 'v1', 'v2'), null],
  ])('is %s', (_, answers, place) => {
    expect(resumed(answers)).toEqual(place)
  })
})
