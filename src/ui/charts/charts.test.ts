import { describe, expect, it } from 'vitest'
import { barDrawing } from './bar.ts'
import { drawn } from '../drawing/drawing.ts'
import { radarDrawing, radarSize } from './radar.ts'
import { railDrawing } from './rails.ts'

const axes = ['Gouvernance', 'Usagers & <publics>', 'Territoire', 'Environnement', 'Éthique']

describe('a drawing as text', () => {
  it('escapes what people typed', () => {
    const svg = drawn(radarDrawing({ axes, series: [], max: 5 }))
    expect(svg).toContain('&amp; &lt;publics&gt;')
    expect(svg).not.toContain('<publics')
  })

  it('writes attributes as SVG does', () => {
    expect(drawn([{ tag: 'text', role: 'axis', attributes: { textAnchor: 'end', x: 1.5 }, content: '"' }]))
      .toBe('<text class="axis" text-anchor="end" x="1.5">&quot;</text>')
  })
})

/** Whether a point lies in a shape whose corners go round it and bulge nowhere inwards. */
const isInside = (corners: readonly (readonly number[])[], [x = 0, y = 0]: readonly number[]): boolean =>
  corners.every(([ax = 0, ay = 0], index) => {
    const [bx = 0, by = 0] = corners[(index + 1) % corners.length] ?? []
    return (bx - ax) * (y - ay) - (by - ay) * (x - ax) > 0
  })

type Line = { readonly left: number; readonly right: number; readonly y: number; readonly text: string }

/** The lines of each axis' label. « Intercommunalités » takes 11.4 a sign, « Accompagnement » 13.1: measured in the browser. */
const labelsOf = (svg: string): readonly (readonly Line[])[] =>
  Array.from(svg.matchAll(/<text class="axis" text-anchor="(\w+)">(.*?)<\/text>/g), ([, anchor, content = '']) =>
    Array.from(content.matchAll(/x="([\d.-]+)" y="([\d.-]+)">(.*?)</g), ([, x, y, text = '']) => {
      const width = text.length * 12
      const left = Number(x) - (anchor === 'end' ? width : anchor === 'middle' ? width / 2 : 0)
      return { left, right: left + width, y: Number(y), text }
    }))

describe('a radar', () => {
  const current = { kind: 'current', label: 'Actuelle', values: [1, 2, null, 4, 5] } as const

  it('marks values that are there, and only those', () => {
    const svg = drawn(radarDrawing({ axes, series: [current], max: 5 }))
    expect(svg.match(/class="currentMark"/g)).toHaveLength(4)
    expect(svg.match(/class="noValue"/g)).toHaveLength(1)
    expect(svg).not.toContain('currentArea')
  })

  it.each([5, 6, 7, 8, 9, 10].flatMap((count) => [
    'Gouvernance et projet d’entreprise', 'Intercommunalités', 'Coconstruction et personnalisation du projet d’accompagnement',
  ].map((label) => ({ count, label }))))('keeps « $label » whole and inside the drawing of $count axes', ({ count, label }) => {
    const svg = drawn(radarDrawing({ axes: Array.from({ length: count }, () => label), series: [], max: 4 }))
    const labels = labelsOf(svg)
    expect(labels).toHaveLength(count)
    const rim = (/class="rim" points="([^"]+)"/.exec(svg)?.[1] ?? '').split(' ').map((corner) => corner.split(',').map(Number))
    for (const lines of labels) {
      if (count < 10) expect(lines.map(({ text }) => text).join(' ')).toBe(label)
      for (const { left, right, y, text } of lines) {
        expect(left).toBeGreaterThanOrEqual(0)
        expect(right).toBeLessThanOrEqual(radarSize.width)
        expect(y).toBeGreaterThanOrEqual(16)
        expect(y).toBeLessThanOrEqual(radarSize.height - 6)
        for (const x of [left, right]) for (const height of [y - 16, y]) expect(isInside(rim, [x, height]), text).toBe(false)
      }
    }
  })

  it.each([5, 6, 7, 8, 9])('keeps %s labels as people write them off each other', (count) => {
    const axes = [
      'Bientraitance et éthique', 'Droits de la personne accompagnée', 'Expression et participation de la personne',
      'Coconstruction et personnalisation du projet d’accompagnement', 'Accompagnement à l’autonomie', 'Accompagnement à la santé',
      'Continuité et fluidité des parcours', 'Politique ressources humaines', 'Démarche qualité et gestion des risques',
    ].slice(0, count)
    const labels = labelsOf(drawn(radarDrawing({ axes, series: [], max: 4 })))
    for (const [index, lines] of labels.entries()) {
      const others = labels.filter((_, other) => other !== index).flat()
      for (const { left, right, y, text } of lines) {
        expect(others.filter((other) => other.left < right && left < other.right && Math.abs(other.y - y) < 20), text).toEqual([])
      }
    }
  })

  it('writes few graduations on a long scale', () => {
    const svg = drawn(radarDrawing({ axes, series: [current], max: 100 }))
    expect(svg.match(/<polygon/g)).toHaveLength(5)
  })
})

describe('a rail', () => {
  it('joins where one is and where one goes', () => {
    const series = [{ kind: 'current', label: '', values: [1] }, { kind: 'target', label: '', values: [5] }] as const
    expect(drawn(railDrawing({ axis: 0, series, min: 1, max: 5 }))).toContain('class="target" x1="12" y1="13" x2="248"')
  })

  it('stays finite where the scale has one value', () => {
    expect(drawn(railDrawing({ axis: 0, series: [{ kind: 'current', label: '', values: [3] }], min: 3, max: 3 }))).not.toMatch(/NaN|Infinity/)
  })
})

describe('a bar', () => {
  it('shares its width among what was answered, starred, left aside and missing', () => {
    const parts = barDrawing({ counts: [1, 0, 2], star: 1, aside: 2, unanswered: 4 }, 'x')
    expect(parts.map(({ attributes }) => attributes?.['width'])).toEqual(['10%', '20%', '10%', '20%', '40%'])
  })

  const widthsOf = (spread: Parameters<typeof barDrawing>[0]) => barDrawing(spread, 'x').map(({ attributes }) => Number.parseFloat(String(attributes?.['width'])))

  it('leaves each figure the room that it needs beside many answers, and is full', () => {
    const widths = widthsOf({ counts: [1, 1, 1, 1], star: 1, aside: 12, unanswered: 380 })
    expect(widths).toEqual([5, 5, 5, 5, 9.8, 7.4, 62.8])
  })

  it('is full too where there are more figures than room', () => {
    const widths = widthsOf({ counts: Array.from({ length: 30 }, () => 10), unanswered: 10 })
    expect(widths.reduce((total, width) => total + width, 0)).toBeCloseTo(100, 0)
    expect(new Set(widths).size).toBe(1)
  })

  it('is empty where nothing applies', () => {
    expect(barDrawing({ counts: [0, 0, 0], unanswered: 0 }, 'x')).toEqual([])
  })
})
