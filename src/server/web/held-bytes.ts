export type HeldLimits = {
  /** Bytes of everybody's bodies at once. */
  readonly total: number
  /** Bytes of one client's. */
  readonly each: number
}

export type HeldBytes = {
  /** False, and nothing taken, where that would be too much at once. */
  readonly take: (client: string, bytes: number) => boolean
  readonly free: (client: string, bytes: number) => void
}

/** Counts what is kept in memory for clients who have not been judged yet, so that many together can't fill it. */
export const createHeldBytes = ({ total, each }: HeldLimits): HeldBytes => {
  const byClient = new Map<string, number>()
  let all = 0
  return {
    take: (client, bytes) => {
      const own = (byClient.get(client) ?? 0) + bytes
      if (own > each || all + bytes > total) return false
      byClient.set(client, own)
      all += bytes
      return true
    },
    free: (client, bytes) => {
      const left = (byClient.get(client) ?? 0) - bytes
      if (left > 0) byClient.set(client, left)
      else byClient.delete(client)
      all -= bytes
    },
  }
}
