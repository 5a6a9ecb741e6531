/** Places that wait to be computed, given back from the lowest: a binary heap that holds each place once. */
export class PlacesDue {
  readonly #heap: number[] = []
  readonly #waiting = new Set<number>()

  add(place: number): void {
    if (this.#waiting.has(place)) return
    this.#waiting.add(place)
    const heap = this.#heap
    let index = heap.length
    heap.push(place)
    while (index > 0) {
      const parent = (index - 1) >> 1
      if (this.#at(parent) <= place) break
      heap[index] = this.#at(parent)
      index = parent
    }
    heap[index] = place
  }

  /** The lowest place, or undefined where none waits. */
  take(): number | undefined {
    const [lowest] = this.#heap
    const last = this.#heap.pop()
    if (lowest === undefined || last === undefined) return undefined
    this.#waiting.delete(lowest)
    if (this.#heap.length > 0) this.#sink(last)
    return lowest
  }

  #sink(place: number): void {
    const heap = this.#heap
    let index = 0
    for (let child = 1; child < heap.length; child = 2 * index + 1) {
      if (this.#at(child + 1) < this.#at(child)) child += 1
      if (this.#at(child) >= place) break
      heap[index] = this.#at(child)
      index = child
    }
    heap[index] = place
  }

  #at(index: number): number {
    return this.#heap[index] ?? Number.POSITIVE_INFINITY
  }
}
