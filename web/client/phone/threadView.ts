/** Shows a thread as bubbles: what was said, what can be tapped, parts and ticks. */
import type { Message, Thread } from './wire';
import { words } from './words';

export interface ThreadView {
  /** shows this thread; bubbles already there are only brought up to date */
  show(key: string, thread: Thread | null): void;
}

function make(name: string, className: string, text = ''): HTMLElement {
  return Object.assign(document.createElement(name), { className, textContent: text });
}

function stateOf(message: Message): string {
  if (message.from === 'carrier') return message.parts === null ? '' : words.parts(message.parts);
  const names = message.from === 'phone' ? words.theirs : words.ours;
  const code = message.code === null ? '' : ` (${message.code})`;
  const parts = message.parts === null ? [] : [words.parts(message.parts)];
  return [...parts, `${names[message.tick]}${code}`].join(' · ');
}

/** `tapped` is called with the id of the message and of what was tapped. */
export function makeThreadView(
  screen: HTMLElement,
  list: HTMLElement,
  tapped: (message: string, id: string) => void,
): ThreadView {
  const shown = new Map<string, { readonly item: HTMLElement; readonly state: HTMLElement }>();
  let showing = '';

  function taps(message: Message): HTMLElement | null {
    if (message.taps.length === 0) return null;
    const holder = message.opens === null ? make('div', 'taps') : make('details', 'taps rows');
    if (message.opens !== null) holder.append(make('summary', '', message.opens));
    // a list that opens below the edge comes into sight
    holder.addEventListener('toggle', () => holder.scrollIntoView({ block: 'nearest' }));
    for (const tap of message.taps) {
      const button = make('button', '', tap.title);
      button.setAttribute('type', 'button');
      if (tap.description !== undefined) button.append(make('span', 'small', tap.description));
      button.addEventListener('click', () => tapped(message.id, tap.id));
      holder.append(button);
    }
    return holder;
  }

  function add(message: Message): void {
    const kind = { phone: 'person', business: 'bot', carrier: 'bot carrier' }[message.from];
    const item = make('li', kind);
    const who = { phone: words.you, business: words.win, carrier: words.carrier }[message.from];
    item.append(
      make('span', message.from === 'carrier' ? 'who' : 'unseen', message.from === 'carrier' ? who : `${who}: `),
    );
    if (message.template) item.append(make('span', 'who', words.template));
    item.append(message.media === null ? message.text : words[message.media]);
    const choices = taps(message);
    if (choices !== null) item.append(choices);
    const state = make('span', 'state', stateOf(message));
    item.append(state);
    shown.set(message.id, { item, state });
    list.append(item);
  }

  function update(message: Message): void {
    const there = shown.get(message.id);
    if (there === undefined) {
      add(message);
      return;
    }
    const next = stateOf(message);
    if (there.state.textContent !== next) there.state.textContent = next;
    there.state.classList.toggle('danger', message.tick === 'failed');
  }

  return {
    show(key, thread) {
      const messages = thread?.messages ?? [];
      if (key !== showing) {
        showing = key;
        shown.clear();
        list.replaceChildren();
      }
      const before = shown.size;
      const ids = new Set(messages.map((message) => message.id));
      shown.forEach((bubble, id) => {
        if (ids.has(id)) return;
        bubble.item.remove();
        shown.delete(id);
      });
      for (const message of messages) update(message);
      if (shown.size > before) screen.scrollTop = screen.scrollHeight;
    },
  };
}
