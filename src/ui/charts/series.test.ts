import { describe, expect, it } from 'vitest'
import { labelLines, radarLine, radarPoint, ticksOf } from './series.ts'

const geometry = { centre: { x: 100, y: 100 }, radius: 50, axes: 4, max: 5 }

describe('a radar', () => {
  it('starts upwards and turns clockwise, zero at its centre', () => {
    expect(radarPoint(geometry, 0, 5)).toEqual({ x: 100, y: 50 })
    expect(radarPoint(geometry, 1, 5)).toEqual({ x: 150, y: 100 })
    expect(radarPoint(geometry, 3, 0)).toEqual({ x: 100, y: 100 })
  })

  it('closes its line when every axis has a value', () => {
    expect(radarLine(geometry, [5, 5, 5, 5])).toEqual({ path: 'M100 50L150 100L100 150L50 100Z', isClosed: true })
  })

  it('draws nothing through an axis without an answer', () => {
    expect(radarLine(geometry, [5, null, 5, 5])).toEqual({ path: 'M100 150L50 100M50 100L100 50', isClosed: false })
    expect(radarLine(geometry, [null, null, null, null]).path).toBe('')
  })
})

describe('an axis label', () => {
  it.each([
    ['Usagers', ['Usagers']],
    ['Politique sociale', ['Politique', 'sociale']],
    ['Diversité et égalité', ['Diversité', 'et égalité']],
    ['Loyauté des pratiques', ['Loyauté', 'des pratiques']],
    ['Environnement', ['Environnement']],
    ['Intercommunalités', ['Intercommunalités']],
    ['Expression et participation de la personne', ['Expression et', 'participation', 'de la personne']],
    ['Accompagnement à la continuité et à la fluidité des parcours', ['Accompagnement', 'à la continuité', 'et à la', 'fluidité des', 'parcours']],
    ['Accompagnement à la continuité et à la fluidité des parcours de soins', ['Accompagnement', 'à la continuité', 'et à la', 'fluidité des', 'parcours de…']],
  ])('%j stands on %j', (label, lines) => {
    expect(labelLines(label, { width: 15, most: 5 })).toEqual(lines)
  })
})

describe('the graduations of a scale', () => {
  it.each([
    [0, 5, [0, 1, 2, 3, 4, 5]],
    [1, 4, [1, 2, 3, 4]],
    [0, 1, [0, 1]],
    [0, 100, [0, 20, 40, 60, 80, 100]],
    [0, 1000, [0, 200, 400, 600, 800, 1000]],
    [0, 2.5, [0, 0.5, 1, 1.5, 2, 2.5]],
    [3, 3, [3]],
  ])('from %d to %d are %j', (min, max, ticks) => {
    expect(ticksOf(min, max)).toEqual(ticks)
  })
})
