import { crc32, inflateRawSync } from 'node:zlib'

/**
 * The parts of a zip archive, read by their list at its end, each unpacked only when asked for and never beyond a limit:
 * what an archive says of its sizes is not believed.
 */

/** Why an archive can't be read. */
export class ZipError extends Error {
  override readonly name = 'ZipError'
  readonly reason: 'damaged' | 'encrypted' | 'tooBig'

  constructor(reason: ZipError['reason']) {
    super(reason)
    this.reason = reason
  }
}

export type ZipPart = {
  readonly name: string
  readonly method: number
  readonly flags: number
  readonly checksum: number
  readonly packedSize: number
  readonly size: number
  /** Where its own heading begins. */
  readonly offset: number
}

export type Zip = {
  readonly parts: ReadonlyMap<string, ZipPart>
  /** The unpacked bytes of a part; undefined when there is none of that name. */
  readonly read: (name: string) => Buffer | undefined
}

export type ZipLimits = {
  readonly parts: number
  /** Unpacked bytes of one part. */
  readonly part: number
  /** Unpacked bytes of everything that is read. */
  readonly total: number
}

const endMark = 0x06054b50
const entryMark = 0x02014b50
const partMark = 0x04034b50
const endSize = 22
const longestComment = 65_535

const endOf = (bytes: Buffer): number => {
  const first = Math.max(0, bytes.length - endSize - longestComment)
  for (let at = bytes.length - endSize; at >= first; at -= 1) if (bytes.readUInt32LE(at) === endMark) return at
  throw new ZipError('damaged')
}

const partsOf = (bytes: Buffer, limits: ZipLimits): ReadonlyMap<string, ZipPart> => {
  const end = endOf(bytes)
  const count = bytes.readUInt16LE(end + 10)
  if (count > limits.parts) throw new ZipError('tooBig')
  const parts = new Map<string, ZipPart>()
  let at = bytes.readUInt32LE(end + 16)
  for (let entry = 0; entry < count; entry += 1) {
    if (at + 46 > bytes.length || bytes.readUInt32LE(at) !== entryMark) throw new ZipError('damaged')
    const nameLength = bytes.readUInt16LE(at + 28)
    const name = bytes.toString('utf8', at + 46, at + 46 + nameLength).replaceAll('\\', '/')
    parts.set(name.replace(/^\/+/, ''), {
      name,
      flags: bytes.readUInt16LE(at + 8),
      method: bytes.readUInt16LE(at + 10),
      checksum: bytes.readUInt32LE(at + 16),
      packedSize: bytes.readUInt32LE(at + 20),
      size: bytes.readUInt32LE(at + 24),
      offset: bytes.readUInt32LE(at + 42),
    })
    at += 46 + nameLength + bytes.readUInt16LE(at + 30) + bytes.readUInt16LE(at + 32)
  }
  return parts
}

/** The packed bytes of a part, as they stand in the archive. */
export const packedBytes = (bytes: Buffer, part: ZipPart): Buffer => {
  const { offset, packedSize } = part
  if (offset + 30 > bytes.length || bytes.readUInt32LE(offset) !== partMark) throw new ZipError('damaged')
  const start = offset + 30 + bytes.readUInt16LE(offset + 26) + bytes.readUInt16LE(offset + 28)
  if (start + packedSize > bytes.length) throw new ZipError('damaged')
  return bytes.subarray(start, start + packedSize)
}

const unpacked = (bytes: Buffer, part: ZipPart, most: number): Buffer => {
  if ((part.flags & 1) === 1) throw new ZipError('encrypted')
  const packed = packedBytes(bytes, part)
  if (part.method === 0) {
    if (packed.length > most) throw new ZipError('tooBig')
    return packed
  }
  if (part.method !== 8) throw new ZipError('damaged')
  try {
    return inflateRawSync(packed, { maxOutputLength: Math.max(1, most) })
  } catch (error) {
    const isTooBig = error instanceof RangeError || (error instanceof Error && 'code' in error && error.code === 'ERR_BUFFER_TOO_LARGE')
    throw new ZipError(isTooBig ? 'tooBig' : 'damaged')
  }
}

/** Throws a `ZipError` where the bytes are not a sound archive, or hold more than the limits. */
export const readZip = (bytes: Buffer, limits: ZipLimits): Zip => {
  if (bytes.length < endSize) throw new ZipError('damaged')
  const parts = partsOf(bytes, limits)
  let left = limits.total
  return {
    parts,
    read: (name) => {
      const part = parts.get(name)
      if (part === undefined) return undefined
      const content = unpacked(bytes, part, Math.min(limits.part, left))
      if (crc32(content) !== part.checksum) throw new ZipError('damaged')
      left -= content.length
      return content
    },
  }
}
