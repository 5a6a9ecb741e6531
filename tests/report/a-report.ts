import { calendarDate } from '#domain/calendar/calendar-date.ts'
import type { LevelReached } from '#domain/report/level-scale.rules.ts'
import type { AutodiagnosticReport, ReportCriterion, ReportPage } from '#domain/report/report.ts'
import type { Axis, LevelScale, Spoke, SpokeSpread } from '#domain/report/synthesis.ts'

export const maturity: LevelScale = {
  code: 'maturite',
  label: 'Maturité',
  levels: [
    ['Mon organisation n’a pas encore engagé de réflexion', 'Aucune réflexion ou aucune action n’a été engagée dans ce domaine'],
    ['Mon organisation peut le dire', 'Mon organisation a engagé des actions non documentées'],
    ['Un document décrit la pratique de mon organisation', 'Mon organisation a documenté sa politique et ses pratiques'],
    ['Mon organisation mesure et peut rendre compte de cette affirmation', 'Mon organisation mesure et peut rendre compte de ses pratiques'],
    ['Mon organisation est exemplaire sur cette affirmation', 'Les pratiques de mon organisation peuvent inspirer d’autres organisations'],
  ].map(([label = '', description = ''], index) => ({ code: String(index + 1), label, description, score: index + 1, mark: String(index + 1) })),
  star: null,
  aside: [],
}

export const levelOf = (rank: number, of = 5): LevelReached => ({ rank, of, isStar: false })

export const aSpoke = (changed: Partial<Spoke> = {}): Spoke => ({
  code: 'gouvernance',
  label: 'Gouvernance',
  current: 3.4,
  target: null,
  previous: null,
  continuity: 'continuous',
  answered: 7,
  applicable: 7,
  ...changed,
})

export const aCriterion = (changed: Partial<ReportCriterion> = {}): ReportCriterion => ({
  code: 'c1',
  number: '1',
  title: 'Exercice du pouvoir',
  statement: 'L’organisation fonctionne de façon démocratique, selon des règles formelles, écrites et connues de toutes les personnes qui y travaillent ou qui y adhèrent.',
  path: [],
  isImperative: false,
  isMet: null,
  notConcerned: null,
  isToReview: false,
  isToConfirm: false,
  questions: [aRating(2)],
  score: null,
  practices: null,
  priority: null,
  target: null,
  ...changed,
})

/** A criterion's own rating; null: not answered. */
export const aRating = (rank: number | null, comment: string | null = null): ReportCriterion['questions'][number] => ({
  code: 'c1',
  prompt: null,
  replies: [{
    grid: null,
    answer: rank === null ? null : { kind: 'level', level: levelOf(rank), label: maturity.levels[rank - 1]?.label ?? '', hasStar: false },
    comment,
    isToConfirm: false,
  }],
})

const practices = `Nos statuts et notre règlement intérieur décrivent le fonctionnement des instances ; un document unique des délégations est remis à chaque nouvelle administratrice et à chaque nouvel administrateur.

Chaque année :
- une assemblée générale ouverte aux personnes accompagnées, avec un temps de questions préparé par elles ;
- trois réunions du conseil d’administration, dont les décisions sont affichées dans les ateliers ;
- une journée d’accueil pour les personnes qui rejoignent le conseil.`

const themes: readonly (readonly [string, number, readonly number[]])[] = [
  ['Gouvernance', 5, [2, 3, 3, 4, 5]],
  ['Concertation', 3, [2, 2, 4]],
  ['Territoire', 4, [2, 3, 3, 4]],
  ['Politique sociale', 5, [2, 3, 4]],
  ['Usagers', 4, [1, 2, 2, 3]],
  ['Diversité et égalité', 4, [2, 3, 3, 3]],
  ['Environnement', 5, [1, 2]],
  ['Loyauté des pratiques', 9, [2, 2, 3, 3, 4, 4, 5, 5]],
]

const themePage = (theme: number): ReportPage => {
  const [title = '', size = 0, levels = []] = themes[theme] ?? []
  const before = themes.slice(0, theme).reduce((sum, [, count]) => sum + count, 0)
  return {
    code: `t${theme}`,
    number: null,
    title,
    path: [],
    questions: [],
    criteria: Array.from({ length: size }, (_, index) => aCriterion({
      code: `c${before + index + 1}`,
      number: String(before + index + 1),
      title: index === 0 ? 'Exercice du pouvoir' : `Critère d’essai numéro ${before + index + 1}`,
      questions: [aRating(levels[index] ?? null, index === 1 ? 'Réponse discutée en équipe le 12 octobre ; à revoir après l’assemblée générale.' : null)],
      notConcerned: theme === 3 && index === 4 ? { reason: 'Nous ne sommes pas concernés : l’association n’a pas de salarié de nuit.' } : null,
      practices: index % 2 === 0 ? practices : null,
      priority: index === 0 ? 3 : index === 2 ? 2 : index === 3 ? 1 : null,
      target: index === 0 ? { level: levelOf(4), label: maturity.levels[3]?.label ?? '' } : null,
      isToReview: index === 1,
    })),
  }
}

const spokeOf = (theme: number): Spoke => {
  const [label = '', size = 0, levels = []] = themes[theme] ?? []
  const mean = levels.reduce((sum, level) => sum + level, 0) / levels.length
  return aSpoke({
    code: `t${theme}`,
    label,
    current: mean,
    target: Math.min(5, mean + 0.8),
    answered: levels.length,
    applicable: size - (theme === 3 ? 1 : 0),
  })
}

const spreadRow = (theme: number): SpokeSpread => {
  const [, size = 0, levels = []] = themes[theme] ?? []
  const notConcerned = theme === 3 ? 1 : 0
  return {
    counts: [1, 2, 3, 4, 5].map((rank) => levels.filter((level) => level === rank).length),
    star: 0,
    aside: 0,
    unanswered: size - levels.length - notConcerned,
    notConcerned,
    median: [...new Set([levels[Math.floor((levels.length - 1) / 2)] ?? 0, levels[Math.floor(levels.length / 2)] ?? 0])],
  }
}

const byTheme: Axis = {
  code: 'theme',
  label: 'Thème',
  min: 1,
  max: 5,
  spokes: themes.map((_, theme) => spokeOf(theme)),
  spreads: [{ scale: maturity, rows: themes.map((_, theme) => spreadRow(theme)) }],
}

/** A whole report of 39 criteria in eight themes; `changed` replaces parts of it. */
export const aReport = (changed: Partial<AutodiagnosticReport> = {}): AutodiagnosticReport => ({
  organisation: {
    name: 'Les Ateliers du Halage',
    establishment: null,
    network: {
      name: 'Réseau des Rives',
      line: 'Fédération régionale d’économie solidaire',
      colours: { band: '#22303B', bandInk: '#FDFCF9', bandMark: '#F6C92F', accent: '#0B5A63' },
    },
  },
  campaign: { label: 'Démarche 2026', assemblyOn: calendarDate('2026-12-17'), previous: null },
  referentiel: { title: 'Référentiel d’essai', version: '1.0.0', subset: null, banner: null, attribution: null },
  date: calendarDate('2026-11-10'),
  synthesis: {
    axes: [byTheme],
    defaultAxis: 'theme',
    completeness: { answered: 33, criteria: 38, notConcerned: 1, notApplicable: 0, unknown: 0, complete: 33 / 38 },
    overall: null,
    outcomes: [],
  },
  scales: [maturity],
  pages: themes.map((_, theme) => themePage(theme)),
  ...changed,
})
