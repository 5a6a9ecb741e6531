import { inflateSync } from 'node:zlib'

import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import { autodiagnosticDocument } from '#features/rapport/autodiagnostic-document.ts'
import { closePrinter, printPdf } from '#server/browser/print-pdf.ts'

import { type PdfContent, readPdf } from '../browser/pdf-content.ts'
import { allowedDifference, differenceFromKept, visibleDifference } from '../support/compare-pictures.ts'
import { renderPages } from '../support/render-pdf.ts'
import { seed } from '../support/sample.ts'
import { aCriterion, aReport } from './a-report.ts'

const printed = async (report = aReport()): Promise<Uint8Array> => {
  const document = await autodiagnosticDocument(report)
  const result = await printPdf({ ...document, timeoutMs: 60_000 })
  if (!result.ok) throw new Error(`${result.error.code}: ${result.error.detail}`)
  return result.value
}

/** Soft hyphens that the file maps its signs to; each is a hyphen in the middle of a word for who searches or copies. */
const softHyphens = (file: Uint8Array): number =>
  [...Buffer.from(file).toString('latin1').matchAll(/stream\r?\n([\s\S]*?)endstream/g)]
    .map(([, stream = '']) => {
      try {
        return inflateSync(Buffer.from(stream, 'latin1')).toString('latin1')
      } catch {
        return ''
      }
    })
    .reduce((sum, stream) => sum + (stream.match(/00ad/gi) ?? []).length, 0)

/** The same numbers between 0 and 1 for the same seed. */
const seededRandom = (start: number) => {
  let state = start
  return (): number => {
    state = (state * 1_103_515_245 + 12_345) % 2 ** 31
    return state / 2 ** 31
  }
}

const plain = (text: string): string => text.replaceAll('\u00ad', '').replaceAll(/-\n(?=\p{Ll})/gu, '').replaceAll(/\s+/gu, ' ')

let pdf: Uint8Array
let content: PdfContent

beforeAll(async () => {
  pdf = await printed()
  content = await readPdf(pdf)
})
afterAll(closePrinter)

describe('the printed autodiagnostic', () => {
  it('is an A4 document in French, tagged, with its title', () => {
    expect(content).toMatchObject({
      lang: 'fr',
      isTagged: true,
      title: 'Autodiagnostic – Les Ateliers du Halage – Démarche 2026',
      size: [595, 842],
    })
    expect(content.pages).toBeGreaterThan(8)
    expect(content.pages).toBeLessThan(24)
  })

  it('has a bookmark for each theme and each criterion, with its number', () => {
    const titles = content.outline.map((title) => title.replaceAll('\u00a0', ' '))
    expect(titles.slice(0, 6)).toEqual([
      'Autodiagnostic', '  À retenir', '  Vue d’ensemble', '  Gouvernance', '    1 Exercice du pouvoir', '    2 Critère d’essai numéro 2',
    ])
    expect(titles.filter((title) => /^ {4}\d/.test(title))).toHaveLength(39)
    expect(titles.at(-1)).toBe('  Notes de lecture')
  })

  it('has bookmarks that read as the titles do, on several lines or first on a page', async () => {
    const [axis] = aReport().synthesis.axes
    if (axis === undefined) throw new Error('The report has no axis.')
    const axes = Array.from({ length: 10 }, (_, index) => ({ ...axis, code: `a${index}`, label: `Lecture ${index}`, spokes: axis.spokes.slice(0, 2 + (index % 3)) }))
    const title = 'Coconstruction et personnalisation du projet d’accompagnement de chaque personne accueillie ou accompagnée'
    const report = aReport({
      pages: [{ code: 't', number: '3', title, path: [], questions: [], criteria: [aCriterion({ number: '1.10', title })] }],
    })
    const { outline } = await readPdf(await printed({ ...report, synthesis: { ...report.synthesis, axes } }))
    expect(outline.map((each) => each.replaceAll('\u00a0', ' ').trim())).toEqual([
      'Autodiagnostic', 'À retenir', 'Vue d’ensemble', ...axes.map(({ label }) => label), `3 ${title}`, `1.10 ${title}`, 'Notes de lecture',
    ])
  })

  it('holds real fonts, so that its text can be searched and copied', () => {
    expect(content.fonts.length).toBeGreaterThan(3)
    expect(content.fonts.filter(({ isEmbedded }) => !isEmbedded)).toEqual([])
    expect(content.fonts.map(({ name }) => name.replace(/^[A-Z]+\+/, '').replace(/-.*/, ''))).toEqual(
      expect.arrayContaining([expect.stringMatching(/Atkinson/), expect.stringMatching(/Bricolage/), expect.stringMatching(/Hanken/)]),
    )
  })

  it('cuts words at the end of lines, and nowhere else: they can be searched', async () => {
    const { textWidth: _, ...cutEverywhere } = await autodiagnosticDocument(aReport())
    const other = await printPdf({ ...cutEverywhere, timeoutMs: 60_000 })
    if (!other.ok) throw new Error(other.error.detail)
    const atLineEnds = [...content.text.matchAll(/\p{L}-\n\p{Ll}/gu)].length
    expect(atLineEnds).toBeGreaterThan(10)
    expect(softHyphens(pdf)).toBeLessThanOrEqual(atLineEnds)
    expect(softHyphens(other.value)).toBeGreaterThan(500)
    expect((await readPdf(other.value)).text).toBe(content.text)
  })

  it('reads in the order of the document, accents and French spaces included', () => {
    const text = plain(content.text)
    const order = [
      'Réseau des Rives', 'Autodiagnostic', 'Les Ateliers du Halage', 'à présenter à l’assemblée générale du 17 décembre 2026', '33 sur 38 critères renseignés',
      'À retenir', 'Le moins avancé : Environnement.', 'Lire les niveaux', 'Vue d’ensemble', 'Gouvernance',
      '1 Exercice du pouvoir', 'L’organisation fonctionne de façon démocratique', '2 Mon organisation peut le dire', 'Pratiques existantes',
      'un document unique des délégations est remis à chaque nouvelle administratrice', '– une assemblée générale', '– trois réunions',
      'Priorité !!! Plan d’actions', 'Niveau visé 4', '2 Critère d’essai numéro 2', 'À revoir', 'Commentaire', 'Concertation',
      'NC Non concerné', 'Motif', 'l’association n’a pas de salarié de nuit', 'Diversité et égalité', 'Sans réponse', 'Notes de lecture',
    ]
    let from = 0
    for (const words of order) {
      const at = text.indexOf(words, from)
      expect(at, `« ${words} » after « ${text.slice(Math.max(0, from - 40), from)} »`).toBeGreaterThanOrEqual(from)
      from = at + words.length
    }
  })

  it('says on each page whose it is, when, and which page of how many', () => {
    for (let page = 1; page <= content.pages; page += 1) expect(content.text).toContain(`${page} / ${content.pages}`)
    expect(content.text.split('Les Ateliers du Halage · Démarche 2026 · établi le 10 novembre 2026')).toHaveLength(content.pages + 1)
  })

  it('cuts words only where French does, and never in names or titles', () => {
    const cut = [...content.text.matchAll(/(\p{L}+)[-\u00ad]\n(\p{Ll}+)/gu)].map(([, before, after]) => `${before}-${after}`)
    expect(cut.length).toBeGreaterThan(0)
    for (const word of cut) expect(word).toMatch(/^\p{Ll}{2,}-\p{Ll}{3,}$/u)
  })

  it('asks nothing of the outside: everything that it shows is in the document', async () => {
    const { html } = await autodiagnosticDocument(aReport())
    expect(html.match(/url\((?!data:|#)/g)).toBeNull()
    expect(html).not.toMatch(/<(script|link|iframe|img|object)\b/)
    expect(html).not.toMatch(/\bsrc=|@import/)
  })
})

/** The page of each mark: what is written is told by marks like « K12A » (title) and « K12Z » (end of the practices). */
const pagesOfMarks = (pages: readonly string[]): ReadonlyMap<string, number> =>
  new Map(pages.flatMap((text, index) => [...text.matchAll(/K\d+[AZ]/g)].map(([mark]): [string, number] => [mark, index])))

describe('a criterion', () => {
  it('is never cut by the end of a page when it fits on one, however long those before it are', async () => {
    const random = seededRandom(seed())
    const sentence = 'Un document unique des délégations est remis à chaque nouvelle administratrice et à chaque nouvel administrateur. '
    let count = 0
    const pages = aReport().pages.map((page) => ({
      ...page,
      criteria: page.criteria.map(() => {
        count += 1
        const paragraphs = Array.from({ length: 1 + Math.floor(random() * 4) }, () => sentence.repeat(1 + Math.floor(random() * 2)))
        return aCriterion({
          number: String(count),
          title: `K${count}A`,
          isToReview: random() < 0.2,
          practices: `${paragraphs.join('\n\n')} K${count}Z`,
          priority: random() < 0.6 ? 2 : null,
        })
      }),
    }))
    const marks = pagesOfMarks((await readPdf(await printed(aReport({ pages })))).pageTexts)
    expect(marks.size).toBe(2 * count)
    const cut = Array.from({ length: count }, (_, index) => `K${index + 1}`).filter((each) => marks.get(`${each}A`) !== marks.get(`${each}Z`))
    expect(cut).toEqual([])
  })
})

describe('what people typed', () => {
  it('is text on paper, whatever it looks like', async () => {
    const hostile = '</style></p><script>alert(1)</script><h1>Faux titre</h1> "; } @page { size: A3 } \\'
    const report = aReport()
    const text = await readPdf(await printed(aReport({
      organisation: { ...report.organisation, name: hostile },
      campaign: { ...report.campaign, label: hostile },
      pages: [{ code: 't', number: null, title: hostile, path: [hostile], questions: [], criteria: [aCriterion({ title: hostile, practices: hostile })] }],
    })))
    expect(text.size).toEqual([595, 842])
    expect(text.outline[0]).toBe('Autodiagnostic')
    expect(plain(text.text).split('<script>alert(1)</script>').length).toBeGreaterThan(5)
  })

  it('keeps the pictures that people type: each has its sign, and their font goes into no document without one', async () => {
    const practices = 'Bravo 👍🏽 aux bénévoles 👩‍🌾, ✅ fait, ❤️ merci, ☎ appelez.'
    const shown = await printed(aReport({ pages: [{ code: 't', number: '3', title: 'Fêter 🎉', path: [], questions: [], criteria: [aCriterion({ practices })] }] }))
    const { fonts, text, outline } = await readPdf(shown)
    expect(fonts.map(({ name }) => name)).toContainEqual(expect.stringMatching(/NotoEmoji/))
    for (const sign of ['👍', '✅', '❤', '☎', '🎉']) expect(text).toContain(sign)
    expect(outline.join()).toContain('Fêter 🎉')
    expect(content.fonts.map(({ name }) => name)).not.toContainEqual(expect.stringMatching(/NotoEmoji/))
  })

  it('may be longer than a page', async () => {
    const long = Array.from({ length: 90 }, (_, index) => `Paragraphe ${index}, qui raconte longuement une pratique existante de notre organisation et ce qu’elle apporte.`)
    const text = await readPdf(await printed(aReport({
      pages: [{ code: 't', number: '3', title: 'Long', path: [], questions: [], criteria: [aCriterion({ practices: long.join('\n\n') })] }],
    })))
    for (let index = 0; index < 90; index += 1) expect(text.text).toContain(`Paragraphe ${index},`)
  })
})

describe('the look of the printed autodiagnostic', () => {
  it.each([1, 2, 3])('page %i is as it was', async (page) => {
    const [picture] = await renderPages(pdf, [page], 50)
    expect(await differenceFromKept(`autodiagnostic-${page}`, picture?.png ?? Buffer.alloc(0))).toBeLessThan(allowedDifference)
  })

  it('would be seen to change: another level, another colour of the network', async () => {
    const report = aReport()
    const network = { name: 'Réseau des Rives', line: null, colours: { band: '#4A2136', bandInk: '#FFFFFF', bandMark: '#F6C92F', accent: '#7A1F4B' } }
    const [before] = await renderPages(pdf, [1], 50)
    const [after] = await renderPages(await printed(aReport({ organisation: { ...report.organisation, network } })), [1], 50)
    expect(await visibleDifference(before?.png ?? Buffer.alloc(0), after?.png ?? Buffer.alloc(0))).toBeGreaterThan(0.1)
  })

  it('would be seen to change: one line less of text', async () => {
    const [before] = await renderPages(pdf, [3], 50)
    const [first, ...pages] = aReport().pages
    const [criterion, ...criteria] = first?.criteria ?? []
    if (first === undefined || criterion === undefined) throw new Error('The report has no criterion.')
    const shorter = aReport({ pages: [{ ...first, criteria: [{ ...criterion, statement: null }, ...criteria] }, ...pages] })
    const [after] = await renderPages(await printed(shorter), [3], 50)
    expect(await visibleDifference(before?.png ?? Buffer.alloc(0), after?.png ?? Buffer.alloc(0))).toBeGreaterThan(allowedDifference)
  })
})
