/** Waits for work only so long: after that there may be something better to say than nothing. */

/**
 * What `work` gives, or after `ms` what `late` gives, unless that is null: then the wait goes on. The work itself is
 * never stopped; what it comes to later is let go. Throws what `work` throws in time.
 */
export async function inTime<T extends object>(
  work: Promise<T>,
  ms: number,
  late: () => Promise<T | null> | T | null,
): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const lateness = new Promise<null>((done) => {
    timer = setTimeout(done, ms, null);
  });
  try {
    const first = await Promise.race([work, lateness]);
    if (first !== null) return first;
  } finally {
    clearTimeout(timer);
  }
  const instead = await late();
  if (instead === null) return work;
  work.catch(() => undefined);
  return instead;
}
