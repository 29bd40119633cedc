/** What the server tells the phone page, and how the page asks it for things. */

export type Line = 'sms' | 'whatsappMeta' | 'whatsappTwilio';
export type Tick = 'queued' | 'sent' | 'delivered' | 'read' | 'failed';

export interface Message {
  readonly id: string;
  readonly from: 'phone' | 'business' | 'carrier';
  readonly text: string;
  readonly parts: number | null;
  readonly taps: readonly { readonly id: string; readonly title: string; readonly description?: string }[];
  readonly opens: string | null;
  readonly media: 'voice' | 'photo' | null;
  readonly template: boolean;
  readonly tick: Tick;
  readonly code: number | null;
}

export interface Thread {
  readonly line: Line;
  readonly number: string;
  readonly messages: readonly Message[];
  readonly blocked: boolean;
  readonly reach: string;
  readonly typing: boolean;
  readonly hoursSinceHeard: number | null;
}

export interface Everything {
  readonly threads: readonly Thread[];
  readonly mood: string;
}

export interface News {
  all(everything: Everything): void;
  thread(thread: Thread): void;
  away(): void;
}

/** Listens for as long as the page is open; the browser comes back by itself when the server was away. */
export function listen(news: News): void {
  const events = new EventSource('/dev/phone/events');
  const on = <T>(name: string, tell: (data: T) => void) =>
    events.addEventListener(name, (event) => tell(JSON.parse(event.data)));
  on<Everything>('all', news.all);
  on<Thread>('thread', news.thread);
  events.addEventListener('error', news.away);
}

/** Asks for one thing. What came of it: `done`, `taken`, `lost`, `nothing`, or `away` when nobody answered. */
export async function ask(action: Readonly<Record<string, string>>): Promise<string> {
  try {
    const answer = await fetch('/dev/phone/send', {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify(action),
    });
    const said: { readonly done?: string } = await answer.json();
    return answer.ok ? (said.done ?? 'done') : 'nothing';
  } catch {
    return 'away';
  }
}
