import { readFileSync } from 'node:fs'

import type { ReferentielDocument } from '#plugins/referentiels/engine/document/document.schema.ts'
import { checkSource } from '#plugins/referentiels/source/check-source.ts'
import { z } from 'zod'

const codes = z.array(z.string())

/** What is known of the évaluation of social and medico-social services, gathered apart from the document. */
export const healthFacts = z
  .object({
    chapters: z.array(z.object({ code: z.string(), label: z.string(), method: z.string() })),
    themes: z.array(z.object({ code: z.string(), label: z.string() })),
    publics: z.array(z.object({ code: z.string(), label: z.string() })),
    objectives: z.array(
      z.object({ code: z.string(), chapter: z.string(), theme: z.string(), label: z.string() }),
    ),
    criteria: z.array(
      z.object({
        code: z.string(),
        objective: z.string(),
        label: z.string(),
        imperative: z.boolean(),
        respondent: z.string(),
        applicability: z.object({
          sector: codes.optional(),
          structureKind: codes.optional(),
          public: codes.optional(),
        }),
        prompts: codes,
      }),
    ),
    profiles: z.array(
      z.object({
        label: z.string(),
        sector: codes,
        structureKind: codes,
        public: codes,
        expected: z.object({
          criteria: z.number(),
          imperatives: z.number(),
          elements: z.number(),
          byChapter: z.record(z.string(), z.number()),
        }),
      }),
    ),
  })
  .parse(JSON.parse(readFileSync(new URL('../fixtures/has-essms/facts.json', import.meta.url), 'utf8')))

const file = 'referentiels/has-essms/referentiel.yaml'

const read = (): ReferentielDocument => {
  const { document, findings } = checkSource({ file, text: readFileSync(new URL(`../../${file}`, import.meta.url)) })
  if (document === undefined) throw new Error(findings.map(({ line, message }) => `${file}:${line} ${message}`).join('\n'))
  return document
}

/** The shipped document: 3 chapters, 22 themes in chapters, 42 objectives, 157 criteria, 350 rated elements, two rule sets. */
export const hasDocument = read()

/** Five organisations and what applies to each. */
export const hasProfiles = healthFacts.profiles.map(({ label, sector, structureKind, public: publics, expected }) => ({
  label,
  profile: { secteur: sector, structure: structureKind, public: publics },
  expected,
}))
