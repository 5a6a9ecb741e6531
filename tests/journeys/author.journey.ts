import { readFile } from 'node:fs/promises'

import ExcelJS from 'exceljs'
import type { Page } from 'playwright-core'
import { describe, expect } from 'vitest'

import { libraryTexts } from '../../plugins/referentiels/texts/studio/library.ts'
import { readPdf } from '../browser/pdf-content.ts'
import { journey } from '../support/browser.ts'
import { look } from '../support/visit.ts'
import { criterion, pathOf, saved, space, uuid } from './diagnostic-pages.ts'
import { signInAs } from './people.ts'

const adminRoute = '/admin/[[...segments]]'

/** The numbered steps of the guide, each with what it puts between guillemets: names of buttons, of sheets and of columns. */
const stepsOf = async (): Promise<readonly (readonly string[])[]> => {
  const guide = await readFile('docs/referentiels.md', 'utf8')
  const [, part = ''] = /### Pas à pas, dans l’administration\n([\s\S]+?)\n### /.exec(guide) ?? []
  return part
    .split(/\n(?=\d+\. )/)
    .filter((step) => /^\d/.test(step))
    .map((step) => [...step.replaceAll(/\s+/g, ' ').matchAll(/«\s([^»]+?)\s»/g)].map(([, word = '']) => word))
}

type Cells = Readonly<Record<string, string | number>>

const sheetNamed = (workbook: ExcelJS.Workbook, name: string): ExcelJS.Worksheet => {
  const sheet = workbook.getWorksheet(name)
  if (sheet === undefined) throw new Error(`The template has no sheet « ${name} ».`)
  return sheet
}

const columnOf = (sheet: ExcelJS.Worksheet, heading: string): number => {
  for (let column = 1; column <= sheet.columnCount; column += 1) if (sheet.getCell(1, column).text === heading) return column
  throw new Error(`« ${sheet.name} » has no column « ${heading} ».`)
}

/** Keeps the headings and writes these rows below, as a person would. */
const fill = (workbook: ExcelJS.Workbook, name: string, rows: readonly Cells[]): void => {
  const sheet = sheetNamed(workbook, name)
  for (let row = 2; row <= sheet.rowCount; row += 1) sheet.getRow(row).eachCell((cell) => { cell.value = null })
  rows.forEach((cells, index) => {
    for (const [heading, value] of Object.entries(cells)) sheet.getCell(index + 2, columnOf(sheet, heading)).value = value
  })
}

const level = (scale: string, value: string, label: string, score: number | string): Cells => ({ échelle: scale, valeur: value, libellé: label, score })
const element = (code: string, type: string, titre: string, more: Cells = {}): Cells => ({ code, type, titre, ...more })

/** Steps 2 to 5 of the guide: three levels, two scales of which one has a value that does not count, and a condition. */
const written = async (template: string): Promise<ExcelJS.Workbook> => {
  const workbook = new ExcelJS.Workbook()
  await workbook.xlsx.readFile(template)
  const kept = ['Référentiel', 'Niveaux de plan', 'Éléments', 'Échelles', 'Profil']
  for (const { name, id } of [...workbook.worksheets]) if (!kept.includes(name)) workbook.removeWorksheet(id)
  fill(workbook, 'Référentiel', Object.entries({
    format: 'referentiel/1', id: 'charte-ressourceries', version: '1.0.0', titre: 'Charte des ressourceries',
    licence: 'Textes du réseau des ressourceries', 'origine des textes': 'propres',
  }).map(([champ, valeur]) => ({ champ, valeur })))
  fill(workbook, 'Niveaux de plan', [{ type: 'axe', libellé: 'Axe' }, { type: 'theme', libellé: 'Thème' }, { type: 'critere', libellé: 'Critère', évaluable: 'oui' }])
  fill(workbook, 'Échelles', [
    { ...level('maturite', '1', 'Pas encore', 1), 'libellé échelle': 'Maturité' }, level('maturite', '2', 'En cours', 2), level('maturite', '3', 'En place', 3), level('maturite', '4', 'Partagé', 4),
    { ...level('frequence', 'jamais', 'Jamais', 1), 'libellé échelle': 'Fréquence' }, level('frequence', 'parfois', 'Parfois', 2), level('frequence', 'toujours', 'Toujours', 3),
    level('frequence', 'nc', 'Ne sait pas', 'hors calcul'),
  ])
  fill(workbook, 'Profil', [{ champ: 'salaries', libellé: 'Nombre de salariés', type: 'nombre' }])
  fill(workbook, 'Éléments', [
    element('lieu', 'axe', 'Le lieu'),
    element('accueil', 'theme', 'Accueillir le public', { parent: 'lieu' }),
    // The first mistake: a letter is missing in the name of its parent.
    element('horaires', 'critere', 'Des horaires connus', { parent: 'acueil', échelle: 'maturite' }),
    element('tri', 'critere', 'Le tri est expliqué', { parent: 'accueil', échelle: 'frequence' }),
    element('equipe', 'axe', 'L’équipe'),
    element('emploi', 'theme', 'Employer', { parent: 'equipe' }),
    element('formation', 'critere', 'Chacun est formé', { parent: 'emploi', échelle: 'maturite' }),
    // The second one: a scale that there is not.
    element('contrats', 'critere', 'Des contrats durables', { parent: 'emploi', échelle: 'frequences', 'concerné si': 'profil.salaries > 0' }),
  ])
  return workbook
}

const send = async (page: Page, workbook: ExcelJS.Workbook, label: string): Promise<void> => {
  const buffer = Buffer.from(await workbook.xlsx.writeBuffer())
  await page.getByLabel(label, { exact: true }).setInputFiles({ name: 'charte.xlsx', mimeType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', buffer })
}

const downloaded = async (page: Page, click: () => Promise<void>): Promise<string> => {
  const [download] = await Promise.all([page.waitForEvent('download'), click()])
  return download.path()
}

/** What a comment says, whoever wrote it. */
const noteOf = (cell: ExcelJS.Cell): string => {
  const { note } = cell
  return typeof note === 'string' ? note : (note?.texts ?? []).map(({ text }) => text).join('')
}

const startWith = async (page: Page, { salaries, words }: { readonly salaries: string; readonly words: readonly string[] }): Promise<void> => {
  const [begin = '', go = '', launch = ''] = words
  await page.goto(`${space}/diagnostic/nouveau`)
  await page.getByRole('heading', { name: begin }).waitFor()
  await page.getByRole('radio', { name: /^Charte des ressourceries/ }).check()
  await page.getByRole('button', { name: go }).click()
  await page.waitForURL(/referentiel=/)
  await page.getByRole('textbox', { name: /Nombre de salariés/ }).fill(salaries)
  await page.getByRole('button', { name: launch }).click()
  await page.waitForURL(uuid)
}

describe('the guide for authors', () => {
  journey('leads from the template to the PDF of an organisation, by what its steps say alone', async ({ page, other }) => {
    const steps = await stepsOf()
    expect(steps).toHaveLength(10)
    const [open, , , , , check, annotate, bring, publish, use] = steps.map((words) => words)
    const word = (words: readonly string[] | undefined, index: number): string => words?.[index] ?? ''

    // 1
    await signInAs(page, 'equipe@demo.test')
    await page.goto('/admin')
    await page.getByRole('main').getByRole('link', { name: word(open, 0) }).click()
    await page.getByRole('button', { name: word(open, 1) }).click()
    await page.getByRole('radio', { name: word(open, 2) }).check()
    const template = await downloaded(page, () => page.getByRole('link', { name: word(open, 3) }).click())

    // 2 to 6
    const workbook = await written(template)
    await send(page, workbook, word(check, 0))
    await page.getByRole('button', { name: word(check, 1) }).click()
    const told = page.locator('[data-outcome="refused"]')
    await told.getByText('Éléments, ligne 4, colonne B').waitFor()
    await told.getByText('Éléments, ligne 9, colonne I').waitFor()
    expect(await told.getByRole('listitem').count()).toBe(2)
    await look(page, { route: adminRoute, state: 'studio-fichier' })

    // 7
    const annotated = await downloaded(page, () => page.getByRole('button', { name: word(annotate, 0) }).click())
    const comments = new ExcelJS.Workbook()
    await comments.xlsx.readFile(annotated)
    const sheet = sheetNamed(comments, 'Éléments')
    expect(noteOf(sheet.getCell('B4'))).toContain('accueil')
    expect(noteOf(sheet.getCell('I9'))).toContain('frequence')
    sheetNamed(workbook, 'Éléments').getCell('B4').value = 'accueil'
    sheetNamed(workbook, 'Éléments').getCell('I9').value = 'frequence'
    await send(page, workbook, word(check, 0))
    await page.getByRole('button', { name: word(check, 1) }).click()
    await page.locator('[data-outcome="created"]').waitFor()

    // 8
    await page.getByRole('button', { name: word(bring, 0), exact: true }).click()
    await page.getByRole('button', { name: word(bring, 1) }).click()
    await page.getByRole('treeitem', { name: 'Des contrats durables' }).waitFor()
    await page.frameLocator('iframe').getByText('Des horaires connus').first().waitFor()
    await look(page, { route: adminRoute, state: 'studio-importe' })

    // 9
    await page.getByRole('button', { name: word(publish, 0), exact: true }).click()
    await page.getByRole('button', { name: word(publish, 1) }).click()
    await page.getByRole('dialog').getByRole('heading', { name: /La version 1.0.0 est publiée/ }).waitFor()

    // 10
    await signInAs(other, 'pilote@demo.test')
    await startWith(other, { salaries: '0', words: use ?? [] })
    const path = pathOf(other)
    await other.goto(`${path}?theme=equipe&critere=formation`)
    await other.locator('main [inert]').first().waitFor({ state: 'detached' })
    await criterion(other, 'formation').waitFor()
    // Nobody is employed: its condition leaves it out.
    expect(await criterion(other, 'contrats').innerText()).toContain('Ne s’applique pas')
    expect(await criterion(other, 'contrats').locator('input').count()).toBe(0)
    await criterion(other, 'formation').locator('input[value="3"]').check({ force: true })
    await saved(other).waitFor()
    await other.goto(`${path}?theme=lieu&critere=tri`)
    await other.locator('main [inert]').first().waitFor({ state: 'detached' })
    await criterion(other, 'tri').locator('input[value="nc"]').check({ force: true })
    await saved(other).waitFor()
    await other.goto(`${path}/synthese`)
    const file = await downloaded(other, () => other.getByRole('link', { name: word(use, 3) }).or(other.getByRole('button', { name: word(use, 3) })).first().click())
    const { text, isTagged } = await readPdf(await readFile(file))
    const words = text.replaceAll(/\s+/gu, ' ')
    expect(isTagged).toBe(true)
    for (const shown of ['Charte des ressourceries', 'Le tri est expliqué', 'Ne sait pas', 'En place']) expect(words).toContain(shown)
    expect(words).not.toContain('Des contrats durables')
  })

  journey('has a spreadsheet of one’s own read by what one says of its columns', async ({ page }) => {
    const { dialog: texts } = libraryTexts
    const workbook = new ExcelJS.Workbook()
    workbook.addWorksheet('Grille').addRows([
      ['Notre grille 2026'],
      ['Axe', 'N°', 'Engagement', 'Attendu', 'Suivi interne'],
      ['Le lieu', '1.1', 'Ouvrir à tous', 'Chacun entre sans frais.', 'x'],
      ['Le lieu', '1.2', 'Trier', 'Le tri est expliqué.', ''],
      ['L’équipe', '2.1', 'Former', 'Chacun est formé.', ''],
    ])
    await signInAs(page, 'equipe@demo.test')
    await page.goto('/admin/studio')
    await page.getByRole('button', { name: libraryTexts.start }).click()
    await page.getByRole('radio', { name: texts.file }).check()
    await send(page, workbook, texts.chooseFile)
    await page.getByRole('button', { name: texts.columns.open }).click()
    await page.getByRole('heading', { name: texts.columns.title }).waitFor()
    const column = (letters: string, heading: string) => page.getByRole('combobox', { name: texts.columns.column(letters, heading) })
    expect(await column('A', 'Axe').inputValue()).toBe('title1')
    expect(await column('B', 'N°').inputValue()).toBe('code2')
    expect(await column('E', 'Suivi interne').inputValue()).toBe('')
    await look(page, { route: adminRoute, state: 'studio-colonnes' })
    await page.getByRole('button', { name: texts.columns.import }).click()
    await page.getByText(texts.columns.needsWords).waitFor()
    await page.getByRole('textbox', { name: texts.columns.name }).fill('Grille des communs')
    await page.getByRole('textbox', { name: texts.columns.author }).fill('Le collectif des communs')
    await page.getByRole('button', { name: texts.columns.check }).click()
    await page.locator('[data-outcome="created"]').waitFor()
    await page.getByRole('button', { name: texts.columns.import }).click()
    await page.getByRole('button', { name: texts.openDraft }).click()
    await page.getByRole('treeitem', { name: 'Ouvrir à tous' }).waitFor()
    expect(await page.getByRole('treeitem').evaluateAll((items) => items.map((item) => Number(item.getAttribute('aria-level'))))).toEqual([1, 2, 2, 1, 2])
  })

  journey('has the workbook of a publisher recognised, whose words go into a copy of one’s own', async ({ page }) => {
    const { dialog: texts } = libraryTexts
    const workbook = new ExcelJS.Workbook()
    workbook.addWorksheet('Manuel').addRows([
      ['Numéro chapitre', 'Libellé chapitre', 'Niveau d’exigence', 'Numéro Objectif', 'Libellé objectifs', 'Numéro Critère', 'Libellé critères'],
      ['1', 'La personne', 'Standard', '1.1', 'S’exprimer', '1.1.1', 'La personne dit ce qu’elle en pense.'],
    ])
    await signInAs(page, 'equipe@demo.test')
    await page.goto('/admin/studio')
    await page.getByRole('button', { name: libraryTexts.start }).click()
    await page.getByRole('radio', { name: texts.file }).check()
    await send(page, workbook, texts.chooseFile)
    await page.getByRole('button', { name: texts.columns.open }).click()
    const known = page.getByRole('group', { name: texts.columns.known })
    await known.waitFor()
    expect(await known.getByRole('radio').first().isChecked()).toBe(true)
    await look(page, { route: adminRoute, state: 'studio-classeur-reconnu' })
    await known.getByRole('radio', { name: texts.columns.self }).check()
    await page.getByRole('heading', { name: texts.columns.title }).waitFor()
    await known.getByRole('radio', { name: /Classeur de la HAS/ }).check()
    await page.getByRole('textbox', { name: texts.columns.name }).fill('Notre évaluation, textes de la HAS')
    await page.getByRole('button', { name: texts.columns.check }).click()
    await page.locator('[data-outcome="created"]').waitFor()
    await page.getByRole('button', { name: texts.columns.import }).click()
    await page.getByRole('button', { name: texts.openDraft }).click()
    await page.getByRole('treeitem', { name: 'La personne' }).first().waitFor()
    await page.getByText(/157 critères/).waitFor()
  })
})
