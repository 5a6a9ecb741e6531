import type { Compiled } from '#plugins/referentiels/engine/compile/compiled.ts'

import { buildPages, type PageSources } from './build-pages.ts'
import { buildSynthesis, type SynthesisSources } from './build-synthesis.ts'
import { levelScaleOf } from './level-scale.rules.ts'
import type { AutodiagnosticReport } from './report.ts'
import type { LevelScale } from './synthesis.ts'

/** What is known of a diagnostic beside its référentiel and its answers. */
export type ReportFacts = Pick<AutodiagnosticReport, 'organisation' | 'campaign' | 'date'>

const usedScales = (compiled: Compiled): readonly LevelScale[] => {
  const used = new Set(compiled.questions.flatMap(({ scale }) => scale ?? []))
  return [...compiled.scales.values()].filter(({ code, isOrdered }) => isOrdered && used.has(code)).map(levelScaleOf)
}

/** The autodiagnostic as it goes on paper. */
export const buildReport = (facts: ReportFacts, sources: SynthesisSources & PageSources): AutodiagnosticReport => {
  const { compiled } = sources
  return {
    ...facts,
    referentiel: {
      title: compiled.title,
      version: compiled.version,
      subset: compiled.subset?.label ?? null,
      banner: compiled.banner,
      attribution: compiled.rights.attribution,
    },
    synthesis: buildSynthesis(sources),
    scales: usedScales(compiled),
    pages: buildPages(sources),
  }
}
