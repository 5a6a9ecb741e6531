import { health } from '#server/health/health.ts'
import { payloadInstance } from '#server/payload.ts'

export const dynamic = 'force-dynamic'

/** 200 when the app can serve, 503 while it can't; never cached. */
export const GET = async (): Promise<Response> => {
  const report = await health(payloadInstance)
  return Response.json(report, {
    status: report.status === 'ok' ? 200 : 503,
    headers: { 'cache-control': 'no-store' },
  })
}
