import { cardHref } from '../page/card-href.ts'

/** Back to the criterion that one came from, to its theme, or to the diagnostic. */
export const placeHref = (path: string, { theme, criterion }: { readonly theme: string; readonly criterion: string }): string => {
  if (theme === '') return path
  return criterion === '' ? `${path}?theme=${encodeURIComponent(theme)}` : cardHref({ path, page: theme, criterion })
}
