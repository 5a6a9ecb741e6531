export const dynamic = 'force-dynamic'

/** Does nothing: what the framework and our front door cost, for `npm run bench` to compare with. */
export const GET = (): Response => new Response(null, { status: 204 })
