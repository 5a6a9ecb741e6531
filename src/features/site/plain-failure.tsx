import { failureTexts as texts } from '#texts/failure.ts'

import styles from './plain-failure.module.css'

/**
 * What a page shows when it failed and not even the screen for it could be fetched, or the frame itself failed.
 * Every page carries it: no component, no icon, one small style sheet.
 */
export function PlainFailure({ digest, retry }: { readonly digest?: string | undefined; readonly retry: () => void }) {
  return (
    <main className={styles.card}>
      <h1>{texts.title}</h1>
      <p>{texts.lead}</p>
      <p className={styles.acts}>
        <button type="button" className={styles.act} onClick={retry}>{texts.retry}</button>
        {/* A whole new page: what failed may be the navigation itself. */}
        <a className={styles.link} href="/">{texts.toHome}</a>
      </p>
      {digest ? <p>{texts.reference(digest)}</p> : null}
    </main>
  )
}

/** The same as a whole document, for a failure of the frame of every page. */
export function PlainFailurePage({ digest, retry }: { readonly digest?: string | undefined; readonly retry: () => void }) {
  return (
    <html lang="fr">
      <body className={styles.page}>
        <title>{texts.title}</title>
        <PlainFailure digest={digest} retry={retry} />
      </body>
    </html>
  )
}
