'use client'

import { useState } from 'react'

/**
 * What stands in a field while one types, where the value that is kept is not what is typed (« 3, » is 3, a blank line is
 * no line). What comes from elsewhere (taking back, a colleague) takes over at once.
 */
export const useTyped = (outside: string, keep: (typed: string) => string): readonly [string, (typed: string) => void] => {
  const [typed, setTyped] = useState<{ readonly text: string; readonly kept: string } | null>(null)
  const shown = typed !== null && typed.kept === outside ? typed.text : outside
  return [shown, (text) => setTyped({ text, kept: keep(text) })]
}
