/** Hears from the server that something moved, for as long as the page is open: whatever breaks, it listens again. */

/** First wait after a break, doubled up to a minute, ms. */
const RETRY = 1_000;
const LONGEST = 60_000;
/** With many pages open in one browser the server lets go of the oldest, which then asks by itself, ms. */
const BY_ITSELF = 15_000;

export interface Heard {
  /** something moved, or may have while nobody listened */
  readonly moved: () => void;
  /** this session is over */
  readonly over: () => void;
}

export function hearNews(path: string, heard: Heard): void {
  const moved = heard.moved;
  let wait = RETRY;
  let asking: number | undefined;

  function later(news: EventSource): void {
    news.close();
    setTimeout(listen, wait);
    wait = Math.min(wait * 2, LONGEST);
  }

  function byItself(news: EventSource): void {
    news.close();
    asking = window.setInterval(moved, BY_ITSELF);
  }

  function listen(): void {
    const news = new EventSource(path);
    news.addEventListener('open', () => {
      wait = RETRY;
      moved();
    });
    news.addEventListener('changed', moved);
    news.addEventListener('over', heard.over);
    news.addEventListener('enough', () => byItself(news));
    // the browser tries again after a line that broke, but not after an answer that was no stream: the server was busy, or new
    news.addEventListener('error', () => {
      if (news.readyState === EventSource.CLOSED) later(news);
    });
  }

  listen();
  document.addEventListener('visibilitychange', () => {
    if (document.hidden || asking === undefined) return;
    clearInterval(asking);
    asking = undefined;
    listen();
  });
}
