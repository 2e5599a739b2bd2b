/** Runs pieces of work of one name one after another. */
export type Exclusively = <T>(name: string, work: () => Promise<T>) => Promise<T>;

/** A queue within this process: all a platform without tabs needs. */
export function processQueue(): Exclusively {
  const last = new Map<string, Promise<unknown>>();
  return async <T>(name: string, work: () => Promise<T>): Promise<T> => {
    const before = last.get(name) ?? Promise.resolve();
    const mine = before.then(work, work);
    last.set(name, mine);
    return mine;
  };
}

export const exclusively: Exclusively = processQueue();
