const longest = 120

/** What file systems and headers refuse, or take for a path. */
const withoutSigns = (name: string): string =>
  name.normalize('NFC').replace(/[\p{Cc}\p{Cf}\p{Cs}"\\/:*?<>|%]+/gu, ' ').replace(/\s+/gu, ' ').replace(/^[ .]+|[ .]+$/g, '').slice(0, longest).trim()

const ascii = (name: string): string =>
  name.replace(/œ/g, 'oe').replace(/Œ/g, 'OE').replace(/’/g, '\'').replace(/[–—]/g, '-').normalize('NFD').replace(/\p{M}/gu, '').replace(/[^\x20-\x7e]/g, '_')

/** A file to keep, with its name in French and, for old programs, without accents (RFC 6266, RFC 8187). */
export const contentDisposition = (name: string, extension: string): string => {
  const plain = withoutSigns(name) || 'document'
  const encoded = encodeURIComponent(plain.toWellFormed()).replace(/['()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`)
  return `attachment; filename="${ascii(plain)}.${extension}"; filename*=UTF-8''${encoded}.${extension}`
}
