/**
 * A text as a database can keep it. A NUL and half of a character are never typed: they come along with what is pasted
 * from a damaged file, nobody sees them, and PostgreSQL refuses the whole text because of them.
 */
export const storableText = (text: string): string => text.replaceAll('\u0000', '').toWellFormed()
