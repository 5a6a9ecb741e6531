import type { Owner } from '../types.ts'

/** Who may start a published version: everybody, the members of the network that owns it, the organisation that owns it. */
export const audiences = ['public', 'network', 'organisation'] as const
export type Audience = (typeof audiences)[number]

/**
 * What an owner publishes reaches nobody beyond its own people, whatever the document asks for: only the platform
 * publishes for everybody. What the platform keeps to a network or an organisation, of which it is none, is for its authors.
 */
export const audienceOf = (wanted: Audience | undefined, { kind }: Pick<Owner, 'kind'>): Audience => {
  switch (kind) {
    case 'platform':
      return wanted ?? 'public'
    case 'network':
      return wanted === 'organisation' ? 'organisation' : 'network'
    case 'organisation':
      return 'organisation'
  }
}
