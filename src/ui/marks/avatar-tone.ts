/** The colours an avatar may have. */
export const avatarTones = ['slate', 'wine', 'moss', 'broom'] as const

/** The same colour for the same person everywhere: FNV-1a over the seed, which is an id, or else the name. */
export function avatarTone(seed: string): (typeof avatarTones)[number] {
  let hash = 0x811c9dc5
  for (const byte of new TextEncoder().encode(seed)) hash = Math.imul(hash ^ byte, 0x01000193) >>> 0
  return avatarTones[((hash ^ (hash >>> 16)) >>> 0) % avatarTones.length] ?? 'slate'
}
