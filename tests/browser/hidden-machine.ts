import type { Machine } from '#server/browser/machine.ts'
import { thisMachine } from '#server/browser/machine.ts'

/** This machine as if it had no browser, no NSS libraries, no font and no home. */
export const hiddenMachine = (changed: Partial<Machine> = {}): Machine => ({
  ...thisMachine(),
  variables: { PATH: '', HOME: '' },
  usualPlaces: [],
  ownLibraries: false,
  fontsConfiguration: '/nonexistent/fonts.conf',
  ...changed,
})
