declare const packing: unique symbol

/**
 * A value as one text, for what the server hands to a component of the browser: React walks every property of an object, there and back,
 * and a page of 157 criteria has thousands; a text is copied.
 */
export type Packed<Value> = { readonly text: string; readonly [packing]?: Value }

/** Plain data alone: what JSON has no word for would not come back. */
export const packed = <Value>(value: Value): Packed<Value> => ({ text: JSON.stringify(value) })

const opened = new WeakMap<object, unknown>()

/**
 * What was packed. The router keeps a page’s parcel for Back, and the same parcel always opens to the same object: by it one tells a
 * page that has come back as it was from one that has just been drawn.
 */
export const unpacked = <Value>(parcel: Packed<Value>): Value => {
  if (!opened.has(parcel)) opened.set(parcel, JSON.parse(parcel.text))
  return opened.get(parcel) as Value
}
