import { diagnosticsKept, storageHere } from '../saving/keep.ts'

/** Whether something that a person typed waits on this device. */
export const hasUnsent = (person: string): boolean => diagnosticsKept(storageHere(), person).length > 0

/** What can be done about it: comes when there is something. */
export const loadUnsent = () => import('../saving/before-sign-out.tsx')
