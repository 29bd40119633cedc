/** What stays on the device: in this tab only, so a reload goes on; on the phone only when the person asked. */

const KEY = 'win';

interface Stay {
  get(): string | null;
  set(value: string): void;
  clear(): void;
}

/** Storage may be switched off; then nothing stays, and nothing breaks. */
function stay(storage: () => Storage): Stay {
  const attempt = <T>(act: () => T, otherwise: T): T => {
    try {
      return act();
    } catch {
      return otherwise;
    }
  };
  return {
    get: () => attempt(() => storage().getItem(KEY), null),
    set: (value) => attempt(() => storage().setItem(KEY, value), undefined),
    clear: () => attempt(() => storage().removeItem(KEY), undefined),
  };
}

/** Gone when the tab closes. */
export const tab = stay(() => window.sessionStorage);
/** Stays on the phone. */
export const phone = stay(() => window.localStorage);

export function forgetAll(): void {
  tab.clear();
  phone.clear();
}
