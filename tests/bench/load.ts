import autocannon from 'autocannon'

export type Load = {
  readonly url: string
  readonly connections?: number
  readonly seconds?: number
  readonly method?: 'GET' | 'POST'
  readonly headers?: Readonly<Record<string, string>>
  readonly body?: string
}

/**
 * Requests per second that an address answers. Any answer but a 2xx fails: a benchmark of refusals is none.
 * Bounded in connections and time, to loopback only.
 */
export const throughput = async ({ url, connections = 8, seconds = 2, method = 'GET', headers, body }: Load): Promise<number> => {
  if (new URL(url).hostname !== '127.0.0.1') throw new Error('Benchmarks stay on this machine.')
  const result = await autocannon({ url, connections, duration: seconds, method, headers: { ...headers }, body })
  if (result.non2xx > 0 || result.errors > 0) {
    throw new Error(`${url}: ${result.non2xx} answers were refusals, ${result.errors} were errors.`)
  }
  return result.requests.average
}
