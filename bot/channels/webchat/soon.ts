/** For answers that must not wait for a database that says nothing. */

/** Long enough for a database that is well, ms. */
const SOON_MS = 800;

/** What `work` gives, or `otherwise` when it is not there soon. The work goes on by itself. */
export async function soon<T>(work: Promise<T>, otherwise: T): Promise<T> {
  work.catch(() => undefined);
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<T>((done) => {
    timer = setTimeout(done, SOON_MS, otherwise);
  });
  return Promise.race([work, late]).finally(() => clearTimeout(timer));
}
