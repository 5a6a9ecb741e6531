import { failureTexts as texts } from '#texts/failure.ts'

/** What a page shows when it failed and not even the screen for it could be fetched. */
export function PlainFailure({ retry }: { readonly digest?: string | undefined; readonly retry: () => void }) {
  return (
    <main>
      <h1>{texts.title}</h1>
      <p>{texts.lead}</p>
      <button type="button" onClick={retry}>{texts.retry}</button>
    </main>
  )
}
