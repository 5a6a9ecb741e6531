import { brandStylesheet } from '#features/espace/brand-stylesheet.ts'

/** A network's colours; the address says them all, so browsers keep the answer for good. */
export const GET = async (
  _request: Request,
  { params }: { readonly params: Promise<{ readonly palette: string }> },
): Promise<Response> => {
  const css = brandStylesheet((await params).palette)
  if (css === null) return new Response(null, { status: 404 })
  return new Response(css, {
    headers: { 'content-type': 'text/css; charset=utf-8', 'cache-control': 'public, max-age=31536000, immutable' },
  })
}
