import { randomUUID } from 'node:crypto'
import { mkdir, rename, writeFile } from 'node:fs/promises'
import path from 'node:path'

import { packageFolder } from './package-folder.ts'

const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;')

const family = (generic: string, ours: string): string =>
  `  <alias binding="weak"><family>${generic}</family><prefer><family>${ours}</family></prefer></alias>`

const configuration = ({ system, fonts, cache }: { readonly system: string; readonly fonts: string; readonly cache: string }) =>
  `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "urn:fontconfig:fonts.dtd">
<fontconfig>
  <include ignore_missing="yes">${escaped(system)}</include>
  <dir>${escaped(fonts)}</dir>
  <cachedir>${escaped(cache)}</cachedir>
${family('sans-serif', 'DejaVu Sans')}
${family('serif', 'DejaVu Serif')}
${family('monospace', 'DejaVu Sans Mono')}
</fontconfig>
`

/**
 * Writes the fonts.conf that browsers of ours use, and answers its path: the machine's own configuration when
 * it has one, and after it the DejaVu fonts that came with npm. On a machine without fonts Chromium would
 * print blank pages and say nothing (stack.md §0), so that the fonts are always named, not only when missing.
 */
export const writeFontsConfiguration = async ({
  folder,
  system,
}: {
  readonly folder: string
  readonly system: string
}): Promise<string> => {
  const dejavu = packageFolder('dejavu-fonts-ttf')
  if (dejavu === undefined) throw new Error('The package dejavu-fonts-ttf is not installed: run `npm ci`.')
  const cache = path.join(folder, 'fonts-cache')
  await mkdir(cache, { recursive: true })
  const file = path.join(folder, 'fonts.conf')
  // Another process may be starting a browser with this file: it is replaced whole.
  const written = path.join(folder, `.fonts-${randomUUID()}.conf`)
  await writeFile(written, configuration({ system, fonts: path.join(dejavu, 'ttf'), cache }))
  await rename(written, file)
  return file
}
