/**
 * Progress on stderr, so that stdout holds only results and can be piped.
 * In a terminal one line is rewritten; in a log a line is written every tenth of the way.
 */
export function progress(
  label: string,
  total: number,
  out: Pick<NodeJS.WriteStream, 'isTTY' | 'write'> = process.stderr,
) {
  const started = Date.now()
  let done = 0
  let tenth = 0
  const line = () => {
    const secondsLeft = Math.round(((Date.now() - started) / 1000 / done) * (total - done))
    return `${label} ${done}/${total} (${Math.floor((100 * done) / total)}%), ${secondsLeft} s left`
  }
  return {
    step() {
      done++
      if (out.isTTY) out.write(`\r${line()}\x1b[K${done === total ? '\n' : ''}`)
      else if (Math.floor((10 * done) / total) > tenth) out.write(`${line()}\n`)
      tenth = Math.floor((10 * done) / total)
    },
  }
}
