/** The stand-in phone with JavaScript on: picks a thread, shows it, sends, and sets what should go wrong. */
import './phone.css';
import { makeThreadView } from './threadView';
import { ask, type Line, listen, type Thread } from './wire';
import { words } from './words';

function need<T extends HTMLElement>(id: string, kind: new () => T): T {
  const found = document.getElementById(id);
  if (!(found instanceof kind)) throw new Error(`The page has no ${id}`);
  return found;
}

const MADE_UP = /^\+447700900\d{3}$/;
const threads = new Map<string, Thread>();
const number = need('number', HTMLInputElement);
const box = need('words', HTMLTextAreaElement);
const note = need('note', HTMLElement);
const view = makeThreadView(
  need('screen', HTMLElement),
  need('thread', HTMLElement),
  (message, id) => void send({ do: 'tap', message, id }),
);
/** messages whose reading was told already */
const told = new Set<string>();

const radios = (name: string) => [...document.querySelectorAll<HTMLInputElement>(`input[name="${name}"]`)];
const chosen = (name: string) => radios(name).find((radio) => radio.checked)?.value ?? '';
const choose = (name: string, value: string) => {
  for (const radio of radios(name)) radio.checked = radio.value === value;
};

function line(): Line {
  const value = chosen('line');
  return value === 'whatsappMeta' || value === 'whatsappTwilio' ? value : 'sms';
}

const typedNumber = () => number.value.replace(/[\s()-]/g, '');
const keyOf = (of: Line, at: string) => `${of} ${at}`;

function windowWords(thread: Thread | undefined): string {
  if (thread?.blocked === true) return words.stopped;
  if (line() === 'sms') return words.noWindow;
  const hours = thread?.hoursSinceHeard ?? null;
  if (hours === null) return words.never;
  return hours < 24 ? words.open(hours) : words.shut(hours);
}

/** On WhatsApp whoever looks at a message is seen to have read it. */
function tellSeen(thread: Thread): void {
  if (thread.line !== 'whatsappMeta' || document.hidden) return;
  const unseen = thread.messages.filter(
    (one) => one.from === 'business' && one.tick === 'delivered' && !told.has(one.id),
  );
  if (unseen.length === 0) return;
  for (const message of unseen) told.add(message.id);
  void ask({ do: 'seen', line: thread.line, number: thread.number });
}

function show(): void {
  const key = keyOf(line(), typedNumber());
  const thread = threads.get(key);
  need('with', HTMLElement).textContent = words.withNumber(words.lines[line()], typedNumber());
  need('nothing', HTMLElement).hidden = (thread?.messages.length ?? 0) > 0;
  need('typing', HTMLElement).hidden = thread?.typing !== true;
  need('window', HTMLElement).textContent = windowWords(thread);
  choose('reach', thread?.reach ?? 'fine');
  view.show(key, thread ?? null);
  if (thread !== undefined) tellSeen(thread);
}

function goodNumber(): boolean {
  const good = MADE_UP.test(typedNumber());
  number.setAttribute('aria-invalid', String(!good));
  if (!good) note.textContent = words.badNumber;
  else if (note.textContent === words.badNumber) note.textContent = '';
  return good;
}

const said: Readonly<Record<string, string>> = { lost: words.lost, nothing: words.nothing, away: words.away };

/** Does one thing with the phone on the screen. True unless it went wrong. */
async function send(action: Readonly<Record<string, string>>): Promise<boolean> {
  if (!goodNumber()) return false;
  note.textContent = '';
  const done = await ask({ line: line(), number: typedNumber(), ...action });
  const fine: Readonly<Record<string, string>> = { hours: words.hours, again: words.again };
  note.textContent = said[done] ?? fine[action['do'] ?? ''] ?? '';
  return said[done] === undefined;
}

async function sendWords(): Promise<void> {
  const text = box.value.trim();
  if (text === '') return;
  box.value = '';
  // a message that could not even be asked for stays in the box
  if (!(await send({ do: 'text', text })) && note.textContent !== words.lost) box.value = text;
}

need('compose', HTMLFormElement).addEventListener('submit', (event) => {
  event.preventDefault();
  void sendWords();
});
box.addEventListener('keydown', (event) => {
  if (event.key !== 'Enter' || event.shiftKey || event.isComposing) return;
  event.preventDefault();
  void sendWords();
});
need('who', HTMLFormElement).addEventListener('submit', (event) => event.preventDefault());
for (const radio of radios('line')) radio.addEventListener('change', show);
number.addEventListener('change', () => {
  if (goodNumber()) show();
});
need('other', HTMLButtonElement).addEventListener('click', () => {
  number.value = `+447700900${String(Math.floor(Math.random() * 1000)).padStart(3, '0')}`;
  goodNumber();
  show();
});
for (const button of document.querySelectorAll<HTMLButtonElement>('button[data-do]'))
  button.addEventListener('click', () => void send({ do: button.dataset['do'] ?? '' }));
for (const name of ['mood', 'reach'])
  for (const radio of radios(name))
    radio.addEventListener('change', () => void send({ do: name, [name]: radio.value }));
document.addEventListener('visibilitychange', show);

/** The typing mark goes by itself when nothing follows. */
let typingTimer = 0;

listen({
  all(everything) {
    threads.clear();
    for (const thread of everything.threads) threads.set(keyOf(thread.line, thread.number), thread);
    choose('mood', everything.mood);
    if (note.textContent === words.away) note.textContent = '';
    show();
  },
  thread(thread) {
    threads.set(keyOf(thread.line, thread.number), thread);
    if (keyOf(line(), typedNumber()) === keyOf(thread.line, thread.number)) show();
    clearTimeout(typingTimer);
    typingTimer = window.setTimeout(() => {
      need('typing', HTMLElement).hidden = true;
    }, 25_000);
  },
  away() {
    note.textContent = words.away;
  },
});
show();
