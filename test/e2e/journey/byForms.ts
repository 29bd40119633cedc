/** Somebody on plain forms whose presses go to each process in turn, as a load balancer may send them. */
import { readTalk, type TalkPage } from './reading';

export interface FormPerson {
  /** presses a button, or ticks all of these and sends; gives what was said to it */
  press(...labels: readonly string[]): Promise<string>;
  say(words: string): Promise<string>;
  /** the newest bubble */
  last(): string;
  /** the whole talk as this process shows it now, with nothing said */
  shownBy(origin: string): Promise<readonly string[]>;
  /** the signed place of the page on the screen */
  place(): string;
}

interface Kept {
  readonly page: TalkPage;
  readonly cookie: string;
}

async function read(answer: Response, cookie = ''): Promise<Kept> {
  const text = await answer.text();
  if (answer.status !== 200) throw new Error(`The form was answered with ${answer.status}: ${text.slice(0, 200)}`);
  return { page: readTalk(text), cookie: cookie || ((answer.headers.get('set-cookie') ?? '').split(';')[0] ?? '') };
}

/** A press of this form at this process. */
export function postForm(origin: string, cookie: string, fields: URLSearchParams): Promise<Response> {
  const headers = { cookie, 'sec-fetch-site': 'same-origin' };
  return fetch(`${origin}/chat`, { method: 'POST', redirect: 'manual', headers, body: fields });
}

/** The whole talk of this place as a process shows it, with nothing said. */
async function lookAt(origin: string, { page, cookie }: Kept): Promise<Kept> {
  const body = new URLSearchParams({ place: page.place, nonce: `look-${page.nonce}` });
  return read(await postForm(origin, cookie, body), cookie);
}

/** Opens the page at the first of them; every press after that goes to the next. */
export async function personByForms(origins: readonly [string, string]): Promise<FormPerson> {
  return goOnByForms(origins, await read(await fetch(origins[0])));
}

/** Goes on in the talk of an open tab, which is told of it as of another device. */
export async function sameByForms(
  origins: readonly [string, string],
  place: string,
  cookie: string,
): Promise<FormPerson> {
  const page = { place, nonce: 'from-a-tab', bubbles: [], buttons: [], ticks: [] };
  return goOnByForms(origins, await lookAt(origins[0], { page, cookie }));
}

function goOnByForms(origins: readonly [string, string], from: Kept): FormPerson {
  let { page, cookie } = from;
  let posts = 0;

  async function post(fields: readonly (readonly [string, string])[]): Promise<string> {
    posts += 1;
    const origin = origins[posts % 2] ?? origins[0];
    const body = new URLSearchParams([['place', page.place], ['nonce', page.nonce], ...fields].map((one) => [...one]));
    const before = page.bubbles.length;
    ({ page, cookie } = await read(await postForm(origin, cookie, body), cookie));
    const said = page.bubbles.slice(before);
    // never an empty page, nor one that forgot what was there
    if (!said.some((bubble) => !bubble.startsWith('person: '))) throw new Error(`No answer to ${body}`);
    return said.filter((bubble) => !bubble.startsWith('person: ')).join('\n');
  }

  const valueAt = (values: readonly string[], label: string): string => {
    const value = values.find((one) => one.slice(one.indexOf(' ') + 1) === label);
    if (value === undefined) throw new Error(`There is no ${label} among ${values.join(' | ')}`);
    return value;
  };

  return {
    press(...labels) {
      if (page.ticks.length === 0) return post([['choice', valueAt(page.buttons, labels[0] ?? '')]]);
      return post([...labels.map((label) => ['pick', valueAt(page.ticks, label)] as const), ['do', 'done']]);
    },
    say: (text) =>
      post([
        ['text', text],
        ['do', 'send'],
      ]),
    last: () => (page.bubbles.at(-1) ?? '').replace(/^\w+: /, ''),
    async shownBy(origin) {
      ({ page, cookie } = await lookAt(origin, { page, cookie }));
      return page.bubbles;
    },
    place: () => page.place,
  };
}
