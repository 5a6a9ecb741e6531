'use client'

import { useActionState, useMemo } from 'react'

import type { FormError } from '#ui/form/error-summary.tsx'

import { idle } from './form-state.ts'
import type { FormState } from './form-state.ts'

const errorsOf = ({ status, errors, message }: FormState): readonly FormError[] =>
  status === 'refused'
    ? [
        ...(message === undefined ? [] : [{ message }]),
        ...Object.entries(errors).map(([name, sentence]) => ({ name, message: sentence })),
      ]
    : []

/** A form that a server action answers: its state, what to put on `<form action>`, and what the summary lists. */
export const useForm = (action: (previous: FormState, data: FormData) => Promise<FormState>) => {
  const [state, send, isPending] = useActionState(action, idle)
  // The summary takes the focus when its list changes: once per answer, not at every drawing.
  const errors = useMemo(() => errorsOf(state), [state])
  return { state, send, errors, isPending }
}
