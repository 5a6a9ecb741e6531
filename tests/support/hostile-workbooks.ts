/**
 * Hostile workbooks, each made from its number and a seed alone. Most have some cells, rows or headings of a sound workbook
 * changed and get past the reader of the archive; the others are damaged as XML or as bytes.
 */
import { globSync, readFileSync } from 'node:fs'

import { templateWorkbook, writeWorkbook } from '#plugins/referentiels/exports/workbook.ts'
import { checkSource } from '#plugins/referentiels/source/check-source.ts'
import { zipOf } from '#plugins/referentiels/workbook/tests/zip-of.ts'
import { workbookLimits } from '#plugins/referentiels/workbook/xlsx/read-xlsx.ts'
import { readZip } from '#plugins/referentiels/workbook/xlsx/read-zip.ts'

import { Dice } from './hostile-inputs.ts'

export type HostileWorkbook = { readonly kind: 'cells' | 'letters' | 'bytes'; readonly file: string; readonly text: Buffer }

type Parts = Map<string, string>

const partsOf = (bytes: Uint8Array): Parts => {
  const zip = readZip(Buffer.from(bytes), workbookLimits)
  return new Map([...zip.parts.keys()].map((name) => [name, zip.read(name)?.toString('utf8') ?? '']))
}

const words = [
  '', ' ', '\u0007', '…', '&lt;script&gt;', '=1+1', '__proto__', 'constructor', 'toString', 'c1', 't1.01', '3.6.2', '1.10', '*', 'NC', 'null', '-', 'é', '🙂', 'oui', 'non',
  'hors calcul', 'échelle', 'tableau', 'code', 'parent', 'titre[en]', 'titre[', 'profil:public', 'profil:', '_rien', 'referentiel/2', '99.99.99', '2026-02-30', '#FFFFFF',
  'javascript:alert(1)', 'x'.repeat(300), 'x'.repeat(25_000), 'a;b;"c;d', '"', ';;;;', '1 = 2 ; 3 =', '_x0000_', '_x005F_', '((((((1))))))', `${'('.repeat(2_000)}1`, 'réponse.q1 + score.c1',
] as const

/** The sheets of a workbook, by their parts. */
const sheetsIn = (parts: Parts): readonly string[] => [...parts.keys()].filter((name) => /^xl\/worksheets\/sheet\d+\.xml$/.test(name))

const changeIn = (parts: Parts, dice: Dice, change: (xml: string) => string): void => {
  const name = String(dice.any(sheetsIn(parts)))
  parts.set(name, change(parts.get(name) ?? ''))
}

/** Changes the nth match of a pattern, by what a function makes of it. */
const replaceOne = (xml: string, pattern: RegExp, dice: Dice, make: (match: string) => string): string => {
  const count = xml.match(pattern)?.length ?? 0
  if (count === 0) return xml
  const wanted = dice.below(count)
  let at = -1
  return xml.replaceAll(pattern, (match) => ((at += 1) === wanted ? make(match) : match))
}

const cell = /<c r="[A-Z]+\d+"[^>]*?(?:\/>|>[\s\S]*?<\/c>)/g
const row = /<row r="\d+"[\s\S]*?<\/row>/g
const contents = ['<v>1.1</v>', '<v>46054</v>', '<v>1e308</v>', '<v>NaN</v>', '<v></v>', '<v>-1</v>', '<f>A1</f><v>2</v>', '<f>A1</f>', '<is><t>a</t></is>', ''] as const
const types = ['n', 's', 'str', 'b', 'e', 'd', 'inlineStr', 'xx'] as const

const changes: readonly ((parts: Parts, dice: Dice) => void)[] = [
  // A word, wherever it is used: a heading, a code, a text.
  (parts, dice) => parts.set('xl/sharedStrings.xml', replaceOne(parts.get('xl/sharedStrings.xml') ?? '', /(?<=<t[^>]*>)[^<]*(?=<\/t>)/g, dice, () => String(dice.any(words)))),
  (parts, dice) => parts.set('xl/sharedStrings.xml', replaceOne(parts.get('xl/sharedStrings.xml') ?? '', /(?<=<t[^>]*>)[^<]*(?=<\/t>)/g, dice, () => String(dice.any(words)))),
  (parts, dice) => changeIn(parts, dice, (xml) => replaceOne(xml, cell, dice, () => '')),
  (parts, dice) => changeIn(parts, dice, (xml) => replaceOne(xml, cell, dice, (match) => match.replace(/<v>\d+<\/v>/, `<v>${dice.below(400)}</v>`))),
  (parts, dice) => changeIn(parts, dice, (xml) => replaceOne(xml, cell, dice, (match) => `${match.slice(0, match.indexOf('>')).replace(/ t="\w*"|\/$/g, '')} t="${dice.of(types)}">${dice.of(contents)}</c>`)),
  (parts, dice) => changeIn(parts, dice, (xml) => replaceOne(xml, cell, dice, (match) => match.replace(/r="[A-Z]+\d+"/, `r="${dice.of(['XFD1048576', 'A1', 'ZZ9', 'A0', 'AAAA1', '', 'B2'])}"`))),
  (parts, dice) => changeIn(parts, dice, (xml) => replaceOne(xml, row, dice, () => '')),
  (parts, dice) => changeIn(parts, dice, (xml) => replaceOne(xml, row, dice, (match) => match + match)),
  (parts, dice) => changeIn(parts, dice, (xml) => replaceOne(xml, row, dice, (match) => match.replace(/^<row r="\d+"/, `<row r="${dice.of(['1', '2', '1048576', '9999999', '0', '-1', 'x'])}" hidden="1"`))),
  (parts, dice) => changeIn(parts, dice, (xml) => xml.replace('</sheetData>', `</sheetData><mergeCells><mergeCell ref="${dice.of(['A1:XFD1048576', 'A2:B3', 'B2:A1', 'x'])}"/></mergeCells>`)),
  (parts, dice) => parts.set('xl/workbook.xml', replaceOne(parts.get('xl/workbook.xml') ?? '', /(?<=name=")[^"]*(?=")/g, dice, () => String(dice.any(['Feuil1', '_cachée', 'Éléments', 'Questions', '', 'constructor'])))),
  (parts, dice) => parts.set('xl/styles.xml', replaceOne(parts.get('xl/styles.xml') ?? '', /numFmtId="\d+"/g, dice, () => `numFmtId="${dice.of(['14', '16', '2', '49', '9999'])}"`)),
]

const letters = (text: string, dice: Dice): string => {
  let changed = text
  for (let change = 0; change <= dice.below(3); change += 1) {
    const at = dice.below(changed.length + 1)
    const put = dice.of(['', '<', '>', '/', '"', '&', '&#0;', '&#x110000;', '<!DOCTYPE a>', '<![CDATA[', ']]>', '<!--', '\u0000', '<a>', '</row>', '<c>', '<v>'])
    changed = changed.slice(0, at) + put + changed.slice(at + dice.below(12))
  }
  return changed
}

const bytes = (whole: Buffer, dice: Dice): Buffer => {
  if (dice.isUnder(0.3)) return whole.subarray(0, dice.below(whole.length))
  const changed = Buffer.from(whole)
  for (let change = 0; change <= dice.below(8); change += 1) changed[dice.below(changed.length)] = dice.below(256)
  return changed
}

/** Workbooks of every kind, small enough that thousands are tried. */
const sources = async (): Promise<readonly Uint8Array[]> => {
  const documents = globSync(['tests/fixtures/referentiels/accueil-inclusif.yaml', 'docs/visite.referentiel.yaml', 'referentiels/{odd,rsei}/referentiel.yaml'])
    .sort()
    .flatMap((file) => checkSource({ file, text: readFileSync(file) }).document ?? [])
  return [await templateWorkbook(), ...(await Promise.all(documents.map(writeWorkbook)))]
}

/** The workbook of each number. */
export const hostileWorkbooks = async (seed: number): Promise<(index: number) => HostileWorkbook> => {
  const sound = (await sources()).map(partsOf)
  return (index) => {
    const dice = new Dice(Math.imul(seed ^ 0x51ed270b, index + 1) ^ (index * 2_654_435_761))
    const parts: Parts = new Map(sound[dice.below(sound.length)])
    const share = dice.below(100)
    const file = 'essai.xlsx'
    if (share < 12) return { kind: 'bytes', file, text: bytes(zipOf(Object.fromEntries(parts)), dice) }
    if (share < 27) {
      const name = String(dice.any([...parts.keys()].filter((each) => /sheet\d+\.xml$|workbook|sharedStrings|styles|Content/.test(each))))
      parts.set(name, letters(parts.get(name) ?? '', dice))
      return { kind: 'letters', file, text: zipOf(Object.fromEntries(parts)) }
    }
    const count = dice.isUnder(0.5) ? 1 : 2 + dice.below(6)
    for (let change = 0; change < count; change += 1) changes[dice.below(changes.length)]?.(parts, dice)
    return { kind: 'cells', file, text: zipOf(Object.fromEntries(parts)) }
  }
}
