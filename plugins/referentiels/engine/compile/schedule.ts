/**
 * In which order the parts of an evaluation are computed, and what has to be computed again when one changes.
 * A part needs others because of the tree (a mean needs its terms), or because a condition or formula reads them.
 */

/** What a condition or formula makes one task need. */
export type Reading = { readonly task: number; readonly needs: readonly number[] }

export type Schedule = {
  /** All tasks, each after those that it needs. */
  readonly order: Int32Array
  /** Task → its place in `order`. */
  readonly places: Int32Array
  /** Task → the tasks that need it. */
  readonly dependents: readonly (readonly number[])[]
  /** Readings that would need their own result: their expression is unknown for ever. */
  readonly loops: ReadonlySet<Reading>
}

type Needs = readonly (readonly number[])[]

const withReadings = (needs: Needs, readings: readonly Reading[]): Needs => {
  if (readings.length === 0) return needs
  const all = needs.map((own) => [...own])
  for (const { task, needs: read } of readings) all[task]?.push(...read)
  return all
}

/**
 * Tarjan's strongly connected components, without recursion: task → number of its component. Tasks of one component need
 * each other.
 */
const componentsOf = (needs: Needs): Int32Array => {
  const count = needs.length
  const components = new Int32Array(count).fill(-1)
  const indices = new Int32Array(count).fill(-1)
  const lows = new Int32Array(count)
  const nexts = new Int32Array(count)
  const isOpen = new Uint8Array(count)
  const open: number[] = []
  const path: number[] = []
  let index = 0
  let component = 0
  const enter = (task: number) => {
    indices[task] = lows[task] = index
    index += 1
    isOpen[task] = 1
    open.push(task)
    path.push(task)
  }
  const low = (task: number, other: number) => {
    lows[task] = Math.min(lows[task] ?? 0, other)
  }
  const close = (task: number) => {
    for (let last = open.pop(); last !== undefined; last = last === task ? undefined : open.pop()) {
      isOpen[last] = 0
      components[last] = component
    }
    component += 1
  }
  for (let start = 0; start < count; start += 1) {
    if (indices[start] === -1) enter(start)
    for (let task = path.at(-1); task !== undefined; task = path.at(-1)) {
      const next = needs[task]?.[nexts[task] ?? 0]
      if (next !== undefined) {
        nexts[task] = (nexts[task] ?? 0) + 1
        if (indices[next] === -1) enter(next)
        else if (isOpen[next] === 1) low(task, indices[next] ?? 0)
        continue
      }
      path.pop()
      if (lows[task] === indices[task]) close(task)
      const above = path.at(-1)
      if (above !== undefined) low(above, lows[task] ?? 0)
    }
  }
  return components
}

/** Tasks after those that they need, otherwise in their own order. The needs must hold no loop. */
const inOrder = (needs: Needs): Int32Array => {
  const order = new Int32Array(needs.length)
  const nexts = new Int32Array(needs.length)
  const isSeen = new Uint8Array(needs.length)
  const path: number[] = []
  let place = 0
  for (let start = 0; start < needs.length; start += 1) {
    if (isSeen[start] === 0) path.push(start)
    for (let task = path.at(-1); task !== undefined; task = path.at(-1)) {
      isSeen[task] = 1
      const next = needs[task]?.[nexts[task] ?? 0]
      if (next !== undefined) {
        nexts[task] = (nexts[task] ?? 0) + 1
        if (isSeen[next] === 0) path.push(next)
        continue
      }
      path.pop()
      order[place] = task
      place += 1
    }
  }
  return order
}

/** @param tree what each task needs because of the tree; holds no loop */
export const scheduleOf = (tree: Needs, readings: readonly Reading[]): Schedule => {
  const loops = new Set<Reading>()
  if (readings.length > 0) {
    const components = componentsOf(withReadings(tree, readings))
    for (const reading of readings) {
      const own = components[reading.task]
      if (reading.needs.some((task) => components[task] === own)) loops.add(reading)
    }
  }
  const needs = withReadings(tree, readings.filter((reading) => !loops.has(reading)))
  const order = inOrder(needs)
  const places = new Int32Array(order.length)
  order.forEach((task, place) => (places[task] = place))
  const dependents = needs.map((): number[] => [])
  needs.forEach((own, task) => own.forEach((need) => dependents[need]?.push(task)))
  return { order, places, dependents, loops }
}
