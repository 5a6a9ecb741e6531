/**
 * What happens to a way that the router could not go: it could not fetch what it needs and is about to load the page
 * whole, which without a network ends on the browser's own page of errors. `wanted` says where it was going.
 */
export const stayWhereAway = ({ wanted, tell }: { readonly wanted: () => string | null; readonly tell: () => void }): (() => void) => {
  // Not in every browser yet; without it, being offline is noticed and a platform that is away is not.
  if (!('navigation' in window)) return () => undefined
  const { navigation } = window
  let allowed: string | null = null
  const onNavigate = (event: NavigateEvent) => {
    const { url, sameDocument } = event.destination
    if (sameDocument || url !== wanted() || url === allowed || !event.cancelable) return
    event.preventDefault()
    // Another answer than a page (signed out, a new version of the platform) is for the browser to show.
    fetch(url, { method: 'HEAD' }).then(() => {
      allowed = url
      window.location.assign(url)
    }, tell)
  }
  navigation.addEventListener('navigate', onNavigate)
  return () => navigation.removeEventListener('navigate', onNavigate)
}
