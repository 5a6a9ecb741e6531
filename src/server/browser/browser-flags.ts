/**
 * Our own flags. Those that `@sparticuz/chromium` recommends are for a function that lives for one call: they
 * switch off web security and put every page into the browser's own process (trial.md §5).
 */
export const browserFlags: readonly string[] = [
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--no-default-browser-check',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-default-apps',
  '--disable-domain-reliability',
  '--disable-sync',
  '--no-pings',
  // Containers give /dev/shm 64 MB, and a long document needs more.
  '--disable-dev-shm-usage',
  // Hinting would move letters by the screen's pixels, which paper doesn't have.
  '--font-render-hinting=none',
]

export const withoutSandbox = '--no-sandbox'
