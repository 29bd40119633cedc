/** Asks the server as an open page does. After a sleep a request can hang with nobody at the other end: it is given up in time. */
export async function ask(
  path: string,
  withinMs: number,
  more: RequestInit = {},
): Promise<{ answer: Response; text: string }> {
  const late = new AbortController();
  const timer = setTimeout(() => late.abort(), withinMs);
  try {
    const headers = { ...more.headers, 'x-win-live': '1' };
    const answer = await fetch(path, { ...more, headers, redirect: 'manual', signal: late.signal });
    return { answer, text: await answer.text() };
  } finally {
    clearTimeout(timer);
  }
}
