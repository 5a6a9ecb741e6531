const setting = 'ess:raccourcis'

/** Whether the person switched the keys off on this device. */
export const areShortcutsOff = (): boolean => {
  try {
    return localStorage.getItem(setting) === 'off'
  } catch {
    return false
  }
}

export const switchShortcuts = (isOn: boolean): void => {
  try {
    localStorage.setItem(setting, isOn ? 'on' : 'off')
  } catch {
    // A browser that keeps nothing forgets this choice too.
  }
}
