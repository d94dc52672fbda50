/** Work that takes long and comes from many: one piece at a time, and each who asks in their turn. */
export class FairTurns {
  /** By who asks: what waits, the oldest first. Who was served last stands last. */
  readonly #waiting = new Map<string, (() => void)[]>()
  #count = 0
  #isBusy = false

  /** `each` and `all`: pieces that may wait, of one who asks and of all together. */
  constructor(
    private readonly each: number,
    private readonly all: number,
  ) {}

  /** Null, at once, where as much waits as may: whoever floods is told so, and somebody else still gets their turn. */
  run<Done>(who: string, work: () => Promise<Done>): Promise<Done> | null {
    const own = this.#waiting.get(who)?.length ?? 0
    if (this.#isBusy && (own >= this.each || this.#count >= this.all)) return null
    return this.#turn(who)
      .then(work)
      .finally(() => this.#next())
  }

  #turn(who: string): Promise<void> {
    if (!this.#isBusy) {
      this.#isBusy = true
      return Promise.resolve()
    }
    return new Promise((resolve) => {
      this.#waiting.set(who, [...(this.#waiting.get(who) ?? []), resolve])
      this.#count++
    })
  }

  #next(): void {
    const first = this.#waiting.entries().next().value
    if (!first) {
      this.#isBusy = false
      return
    }
    const [who, [start, ...rest]] = first
    this.#waiting.delete(who)
    if (rest.length > 0) this.#waiting.set(who, rest)
    this.#count--
    start?.()
  }
}
