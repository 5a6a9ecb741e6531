export const dynamic = 'force-dynamic'

/** Answers nothing. */
export const GET = () => new Response(null, { status: 204 })
