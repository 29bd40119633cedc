/** What the tests of a file stand in: one browser and one whole app, started before them and ended after them. */
import { launchBrowser, type TestBrowser } from './browser';
import { startWholeApp, type WholeApp } from './wholeApp';

export interface House {
  readonly browser: TestBrowser;
  readonly app: WholeApp;
}

/** Call it once at the top of a file; both are there from the first test on. `env` is what the app is set to. */
export function aHouse(env: Readonly<Record<string, string>> = {}): House {
  let browser: TestBrowser | null = null;
  let app: WholeApp | null = null;
  beforeAll(async () => {
    [browser, app] = await Promise.all([launchBrowser(), startWholeApp(env)]);
  }, 120_000);
  afterAll(async () => {
    await Promise.all([browser?.close(), app?.stop()]);
  });
  const there = <T>(it: T | null): T => {
    if (it === null) throw new Error('Nothing is started before the first test');
    return it;
  };
  return {
    get browser() {
      return there(browser);
    },
    get app() {
      return there(app);
    },
  };
}
