/** Puts what is said on the screen: bubbles, choices, what is being asked, and the calm band. */
import { isLarge, largeChoices } from '../../server/ways';
import { words } from '../../server/words';
import { callButton, element, need, wordsKeptWhole, wordsWithNumbers } from './dom';
import type { Activity, Waiting } from './wire';

/** How long "Writing" shows when nothing follows, in ms. */
const TYPING_MS = 8_000;

type Speaker = 'person' | 'bot' | 'advisor';
const NAMES = { person: words.you, bot: words.bot, advisor: words.advisor } as const;

export interface Screen {
  /** shows activities in order, each once; `quietly` for a talk that is only being shown again */
  show(activities: readonly Activity[], quietly?: boolean): void;
  /** the person's words at once, before the server has them */
  showWaiting(message: Waiting): void;
  /** the server has them */
  settle(message: Waiting): void;
  /** they can be seen to be waiting */
  markWaiting(message: Waiting): void;
  band(line: string | null): void;
  clearChoices(): void;
  /** takes the whole talk off the screen */
  empty(): void;
  typing(): void;
  /** true until the server's own copy of the words has come */
  isWaitingForEcho(message: Waiting): boolean;
}

/** The last question of what was said: what comes before it would not fit in two lines. */
const questionIn = (said: string): string => /[^.!?\n]+\?(?!.*\?)/s.exec(said)?.[0].trim() ?? said;

export function makeScreen(): Screen {
  const talk = need('talk');
  const log = need('log');
  const choices = need('choices');
  const answers = need('answers');
  const asking = need('asking');
  const togo = need('togo');
  const typing = need('typing');
  const band = need('band');
  const seen = new Set([...talk.querySelectorAll<HTMLElement>('[data-id]')].map((li) => li.dataset['id'] ?? ''));
  const pending = new Map<string, HTMLElement>();
  let question: HTMLElement | null = null;
  let typingTimer = 0;

  // when what is being asked has scrolled away, its words stay above the box
  const watcher = new IntersectionObserver(
    (entries) => {
      const entry = entries[entries.length - 1];
      if (entry === undefined || entry.target !== question) return;
      const inView = entry.intersectionRatio > 0.4;
      asking.hidden = inView;
      const still = `${words.asking}: ${questionIn(question.dataset['words'] ?? '')}`;
      asking.replaceChildren(...(inView ? [] : wordsKeptWhole(still)));
    },
    { rootMargin: '0px 0px -96px 0px', threshold: [0, 0.4, 0.8] },
  );

  function ask(bubble: HTMLElement | null): void {
    if (question !== null) watcher.unobserve(question);
    question = bubble;
    asking.hidden = true;
    if (bubble !== null) watcher.observe(bubble);
  }

  /** A bubble at the end, or `before` another. */
  function add(from: Speaker, id: string, text: string, before: HTMLElement | null = null): HTMLElement {
    const li = element('li', from);
    if (id !== '') li.dataset['id'] = id;
    li.dataset['words'] = text;
    li.append(element('span', from === 'advisor' ? 'who' : 'unseen', `${NAMES[from]}: `));
    li.append(...(from === 'person' ? wordsKeptWhole(text) : wordsWithNumbers(text)));
    talk.insertBefore(li, before);
    return li;
  }

  /** What the server has kept goes before words it does not have yet; crisis words, kept nowhere, go last. */
  function placeFor(activity: Activity): HTMLElement | null {
    if (activity.channelData?.['webchat:sequence-id'] === undefined) return null;
    return pending.values().next().value ?? null;
  }

  /** A choice; with what is said about it under its name. */
  function button(label: string, value: string, line: string | undefined): HTMLElement {
    const made = Object.assign(document.createElement('button'), { name: 'choice', value, textContent: label });
    if (line !== undefined) {
      made.className = 'idea';
      made.append(' ', element('span', 'line', line));
    }
    return made;
  }

  /** What is there as a large button is not there as a quiet one as well. */
  function showWays(offered: readonly { readonly label: string }[]): void {
    for (const way of need('ways').querySelectorAll('button')) way.hidden = isLarge(way.textContent ?? '', offered);
  }

  function offer(activity: Activity): void {
    const offered = (activity.suggestedActions?.actions ?? []).map((action) => ({ ...action, label: action.title }));
    const many = activity.channelData?.many === true;
    const actions = many ? offered : largeChoices(offered);
    showWays(offered);
    const hadFocus = choices.contains(document.activeElement);
    const value = (action: (typeof actions)[number]) => `${action.value.choice} ${action.title}`;
    if (!many) {
      choices.replaceChildren(...actions.map((action) => button(action.title, value(action), action.value.line)));
    } else {
      const set = document.createElement('fieldset');
      set.append(element('legend', 'unseen', words.pickAny));
      for (const action of actions) {
        const label = element('label', 'box');
        const box = Object.assign(document.createElement('input'), {
          type: 'checkbox',
          name: 'pick',
          value: value(action),
        });
        label.append(box, element('span', '', action.title));
        set.append(label);
      }
      const done = Object.assign(document.createElement('button'), {
        name: 'do',
        value: 'done',
        textContent: words.done,
      });
      done.className = 'main';
      choices.replaceChildren(set, done);
    }
    if (hadFocus) answers.focus({ preventScroll: true });
  }

  /** The first screen has done its work. */
  function begin(): void {
    for (const id of ['first', 'question']) document.getElementById(id)?.remove();
    need('form').removeAttribute('data-fresh');
  }

  function clearChoices(): void {
    const hadFocus = answers.contains(document.activeElement);
    choices.replaceChildren();
    showWays([]);
    if (hadFocus) answers.focus({ preventScroll: true });
  }

  function showOne(activity: Activity): HTMLElement | null {
    const id = activity.id ?? '';
    if (activity.type !== 'message' || seen.has(id)) return null;
    seen.add(id);
    typing.hidden = true;
    const text = activity.text ?? '';
    if (activity.from?.role === 'user') {
      const mine = pending.get(activity.channelData?.clientActivityID ?? '');
      ask(null);
      // whatever was offered before these words is answered by them; what they bring comes after
      clearChoices();
      togo.textContent = '';
      if (mine === undefined) {
        return add('person', id, text, placeFor(activity));
      }
      mine.dataset['id'] = id;
      mine.classList.remove('pending');
      // changed only where it differs, or a screen reader would say their own words to them twice
      if (mine.dataset['words'] !== text) {
        while (mine.childNodes.length > 1) mine.lastChild?.remove();
        mine.append(...wordsKeptWhole(text));
        mine.dataset['words'] = text;
      }
      pending.delete(activity.channelData?.clientActivityID ?? '');
      return null;
    }
    const speaker = activity.channelData?.speaker === 'advisor' ? 'advisor' : 'bot';
    const bubble = add(speaker, id, text, placeFor(activity));
    // news from elsewhere does not take away what is being asked
    const asks = activity.suggestedActions !== undefined;
    if (asks) offer(activity);
    const data = activity.channelData;
    bubble.append(...(data?.calls ?? []).map((call) => callButton(call.label, call.dial)));
    // said with a question, never beside danger
    if (data?.danger === true) togo.textContent = '';
    else if (data?.toGo !== undefined) togo.textContent = data.toGo;
    if (asks || choices.children.length === 0) ask(bubble);
    return bubble;
  }

  /** The newest words and their answers in view; when they do not all fit, from the first of the words. */
  function bringToView(first: HTMLElement | null): void {
    if (first === null) return;
    const dock = document.querySelector('.dock')?.getBoundingClientRect().height ?? 0;
    const answersInView = answers.getBoundingClientRect().bottom - (window.innerHeight - dock);
    const firstOnTop = first.getBoundingClientRect().top - 12;
    window.scrollBy(0, Math.min(answersInView, firstOnTop));
  }

  /** Words of the person stand before it: it is an answer, not the greeting. */
  function isAfterOwnWords(li: HTMLElement): boolean {
    for (let before = li.previousElementSibling; before !== null; before = before.previousElementSibling) {
      if (before.classList.contains('person')) return true;
    }
    return false;
  }

  return {
    show(activities, quietly = false) {
      if (quietly) log.setAttribute('aria-busy', 'true');
      const isGreeting = document.getElementById('first') !== null;
      const shown = activities.map(showOne).filter((li) => li !== null);
      // the greeting says what the first screen said: a screen reader does not read it all out again
      if (isGreeting) {
        const own = shown.findIndex((li) => li.classList.contains('person'));
        for (const li of own < 0 ? shown : shown.slice(0, own)) {
          if (!isAfterOwnWords(li)) li.setAttribute('aria-live', 'off');
        }
      }
      if (activities.some((activity) => activity.type === 'message')) begin();
      const fresh = shown.filter((li) => !li.classList.contains('person'));
      if (quietly) {
        window.scrollTo(0, document.documentElement.scrollHeight);
        requestAnimationFrame(() => log.removeAttribute('aria-busy'));
      } else bringToView(fresh.length > 3 ? (fresh[fresh.length - 1] ?? null) : (fresh[0] ?? null));
    },
    showWaiting(message) {
      const li = add('person', '', message.text);
      pending.set(message.id, li);
      clearChoices();
      window.scrollTo(0, document.documentElement.scrollHeight);
    },
    settle(message) {
      pending.get(message.id)?.classList.remove('pending');
    },
    markWaiting(message) {
      const li = pending.get(message.id);
      if (li === undefined) return;
      li.dataset['waiting'] = words.waiting;
      li.classList.add('pending');
    },
    band(line) {
      band.hidden = line === null;
      const first = band.firstElementChild;
      if (first !== null && line !== null && first.textContent !== line) first.textContent = line;
    },
    clearChoices,
    empty() {
      ask(null);
      pending.clear();
      talk.replaceChildren();
      clearChoices();
      togo.textContent = '';
    },
    typing() {
      typing.hidden = false;
      clearTimeout(typingTimer);
      typingTimer = window.setTimeout(() => {
        typing.hidden = true;
      }, TYPING_MS);
    },
    isWaitingForEcho: (message) => pending.has(message.id),
  };
}
