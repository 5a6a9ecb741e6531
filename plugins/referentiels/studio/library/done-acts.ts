import { studioTexts } from '../../texts/studio/studio.ts'

/** What one has just done in a draft that is no longer there: the list of référentiels says it, by a word in its address. */
export const doneActs = { abandon: 'abandon' } as const

/** Null for an address that says nothing. */
export const doneSentence = (search: string): string | null => (new URLSearchParams(search).get('fait') === doneActs.abandon ? studioTexts.abandon.done : null)
