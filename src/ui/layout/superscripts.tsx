import { Fragment } from 'react'

/** A sentence with its « 1er » written with a superscript, as French print does. */
export function Superscripts({ children }: { readonly children: string }) {
  return children.split(/(?<=(?<!\d)1)er(?!\p{L})/u).map((part, index) => (
    // The parts have no identity but their place.
    <Fragment key={index}>{index > 0 ? <sup>er</sup> : null}{part}</Fragment>
  ))
}
