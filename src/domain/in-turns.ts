/** Lets whatever else waits go first: a scan is not kept waiting by a table. */
export function pause(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, 0))
}

/** Results in the order of `items`, with a pause after every `many`; what `work` throws ends it. */
export async function inTurns<In, Out>(
  items: readonly In[],
  work: (item: In, index: number) => Out,
  many = 50,
): Promise<Out[]> {
  const done: Out[] = []
  for (const [index, item] of items.entries()) {
    if (index > 0 && index % many === 0) await pause()
    done.push(work(item, index))
  }
  return done
}
