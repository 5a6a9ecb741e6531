import { crc32, deflateRawSync } from 'node:zlib'

import { packedBytes, type ZipPart } from './read-zip.ts'

type Entry = Pick<ZipPart, 'name' | 'method' | 'checksum' | 'size'> & { readonly packed: Buffer }

const version = 20
/** Names are UTF-8. */
const flags = 0x0800
/** 1 January 1980: an archive's day says nothing of its content. */
const noTime = 0
const firstDay = 0x21

const fieldsOf = ({ method, checksum, packed, size }: Entry, name: Buffer): Buffer => {
  const fields = Buffer.alloc(26)
  fields.writeUInt16LE(version, 0)
  fields.writeUInt16LE(flags, 2)
  fields.writeUInt16LE(method, 4)
  fields.writeUInt16LE(noTime, 6)
  fields.writeUInt16LE(firstDay, 8)
  fields.writeUInt32LE(checksum, 10)
  fields.writeUInt32LE(packed.length, 14)
  fields.writeUInt32LE(size, 18)
  fields.writeUInt16LE(name.length, 22)
  return fields
}

const mark = (number: number): Buffer => {
  const bytes = Buffer.alloc(4)
  bytes.writeUInt32LE(number)
  return bytes
}

const archiveOf = (entries: readonly Entry[]): Buffer => {
  const local: Buffer[] = []
  const central: Buffer[] = []
  let offset = 0
  for (const entry of entries) {
    const name = Buffer.from(entry.name)
    const fields = fieldsOf(entry, name)
    local.push(mark(0x04034b50), fields, name, entry.packed)
    const rest = Buffer.alloc(14)
    rest.writeUInt32LE(offset, 10)
    central.push(mark(0x02014b50), Buffer.from([version, 0]), fields, rest, name)
    offset += 30 + name.length + entry.packed.length
  }
  const list = Buffer.concat(central)
  const end = Buffer.alloc(18)
  end.writeUInt16LE(entries.length, 4)
  end.writeUInt16LE(entries.length, 6)
  end.writeUInt32LE(list.length, 8)
  end.writeUInt32LE(offset, 12)
  return Buffer.concat([...local, list, mark(0x06054b50), end])
}

/** The same archive with some parts replaced or added; the others keep their bytes. */
export const rewriteZip = (bytes: Buffer, parts: ReadonlyMap<string, ZipPart>, changed: ReadonlyMap<string, string>): Buffer => {
  const kept = [...parts].filter(([name]) => !changed.has(name)).map(([name, part]): Entry => ({ ...part, name, packed: packedBytes(bytes, part) }))
  const written = [...changed].map(([name, text]): Entry => {
    const content = Buffer.from(text)
    return { name, method: 8, checksum: crc32(content), size: content.length, packed: deflateRawSync(content) }
  })
  // Readers expect the list of content types first.
  const isFirst = ({ name }: Entry): boolean => name === '[Content_Types].xml'
  const all = [...kept, ...written]
  return archiveOf([...all.filter(isFirst), ...all.filter((entry) => !isFirst(entry))])
}
