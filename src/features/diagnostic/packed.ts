declare const packing: unique symbol

/**
 * A value as one text, for what the server hands to a component of the browser: React walks every property of an object, there and back,
 * and a page of 157 criteria has thousands; a text is copied.
 */
export type Packed<Value> = string & { readonly [packing]?: Value }

/** Plain data alone: what JSON has no word for would not come back. */
export const packed = <Value>(value: Value): Packed<Value> => JSON.stringify(value)

// eslint-disable-next-line @typescript-eslint/no-unsafe-return -- the type tells what was packed, and both ends are of one build
export const unpacked = <Value>(text: Packed<Value>): Value => JSON.parse(text)
