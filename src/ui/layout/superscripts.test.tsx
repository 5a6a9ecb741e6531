import { renderToStaticMarkup } from 'react-dom/server'
import { expect, it } from 'vitest'
import { Superscripts } from './superscripts.tsx'

it.each([
  ['1er décembre 2027', '1<sup>er</sup> décembre 2027'],
  ['du 1er au 21', 'du 1<sup>er</sup> au 21'],
  ['le 3 novembre, hier', 'le 3 novembre, hier'],
])('%j is written %j', (text, expected) => {
  expect(renderToStaticMarkup(<Superscripts>{text}</Superscripts>)).toBe(expected)
})
