/** Work under way whose end decides what the next key means. */

const works = new Set<Promise<unknown>>();

/** Lets keys wait for work; gives it back. */
export function keysWaitFor<T>(work: Promise<T>): Promise<T> {
  works.add(work);
  const done = () => void works.delete(work);
  work.then(done, done);
  return work;
}

/** Whether keys have to wait. */
export function keysMustWait(): boolean {
  return works.size > 0;
}

/** Resolves once nothing is under way that a key depends on; failures count as ends. */
export async function nothingPending(): Promise<void> {
  while (works.size > 0) await Promise.allSettled([...works]);
}
