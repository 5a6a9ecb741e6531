import { mkdir, readFile, writeFile } from 'node:fs/promises'
import path from 'node:path'

import sharp from 'sharp'

/** Pictures are compared a little out of focus: another browser's edges are no difference, a missing word is one. */
const focus = 4

/** Of 255: less cannot be seen beside each other. */
const visible = 20

const pixelsOf = async (png: Buffer) => {
  const { width = 0, height = 0 } = await sharp(png).metadata()
  const size = { width: Math.round(width / focus), height: Math.round(height / focus) }
  return { width, height, data: await sharp(png).flatten({ background: '#fff' }).resize(size).removeAlpha().raw().toBuffer() }
}

/** The share of the picture, 0 to 1, whose colour visibly differs; 1 when the sizes do. */
export const visibleDifference = async (one: Buffer, other: Buffer): Promise<number> => {
  const [first, second] = [await pixelsOf(one), await pixelsOf(other)]
  if (first.width !== second.width || first.height !== second.height) return 1
  let different = 0
  for (let index = 0; index < first.data.length; index += 3) {
    const far = [0, 1, 2].some((channel) => Math.abs((first.data[index + channel] ?? 0) - (second.data[index + channel] ?? 0)) > visible)
    if (far) different += 1
  }
  return different / (first.data.length / 3)
}

const folder = new URL('../pictures/', import.meta.url)

/** What may differ between browsers' versions: a hair on the edges of large letters. */
export const allowedDifference = 0.01

/**
 * How a picture differs from the one that is kept under tests/pictures: 0 to 1. Run with UPDATE_PICTURES=1 to keep the
 * new one, after looking at it.
 */
export const differenceFromKept = async (name: string, png: Buffer): Promise<number> => {
  const file = new URL(`${name}.png`, folder)
  if (process.env['UPDATE_PICTURES'] === '1') {
    await mkdir(folder, { recursive: true })
    await writeFile(file, await sharp(png).png({ palette: true, colours: 64, compressionLevel: 9 }).toBuffer())
  }
  const difference = await visibleDifference(await readFile(file), png)
  if (difference > allowedDifference) await writeFile(path.join('/tmp', `different-${name}.png`), png)
  return difference
}
