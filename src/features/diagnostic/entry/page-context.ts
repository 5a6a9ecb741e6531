'use client'

import { createContext, useContext } from 'react'

import type { PageView } from '../view.ts'

const PageContext = createContext<PageView | null>(null)
export const PageProvider = PageContext.Provider

/** What the page's parts share: scales, lists, addresses, last year. */
export const usePage = (): PageView => {
  const page = useContext(PageContext)
  if (page === null) throw new Error('A criterion stands inside its page.')
  return page
}
