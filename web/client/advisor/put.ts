/** Puts what has changed on the page; what somebody writes in, and where they are, stays. */

const atEnd = (box: Element): boolean => box.scrollHeight - box.scrollTop - box.clientHeight < 80;
export const toEnd = (box: Element | null): void => {
  if (box) box.scrollTop = box.scrollHeight;
};

/** Only what is new or other is put into the talk, so that what is read aloud is the new words and not all of it again. */
function addLines(old: Element, fresh: Element): boolean {
  const before = old.querySelector('.lines');
  const after = fresh.querySelector('.lines');
  if (!before || !after || before.firstElementChild?.id !== after.firstElementChild?.id) return false;
  for (const line of [...after.children]) {
    const same = before.querySelector(`#${CSS.escape(line.id)}`);
    if (!same) before.append(line);
    else if (same.outerHTML !== line.outerHTML) same.replaceWith(line);
  }
  return true;
}

/** What has the focus, as something to find it by in a fresh copy. */
function nameOf(focused: Element): string | null {
  if (focused.id !== '') return `#${CSS.escape(focused.id)}`;
  const link = focused.getAttribute('href');
  if (link !== null) return `a[href="${CSS.escape(link)}"]`;
  const action = focused.closest('form')?.getAttribute('action');
  return action == null ? null : `form[action="${CSS.escape(action)}"] button`;
}

/** What was written and cannot be sent any more is still there to read. */
function keepWords(old: Element, fresh: Element): void {
  const words = old.querySelector<HTMLTextAreaElement>('#words')?.value.trim() ?? '';
  const kept = fresh.querySelector<HTMLElement>('[data-unsent]');
  const line = kept?.querySelector('.words');
  if (words === '' || !kept || !line) return;
  line.textContent = words;
  kept.hidden = false;
}

/** What was typed and not sent yet, by the id of its box; the box to write to the person in keeps its own. */
function typedIn(part: Element): ReadonlyMap<string, string> {
  const boxes = [
    ...part.querySelectorAll<HTMLInputElement | HTMLTextAreaElement>('textarea, input:not([type=hidden])'),
  ];
  const typed = boxes.filter((box) => box.id !== '' && box.id !== 'words' && box.value !== box.defaultValue);
  return new Map(typed.map((box) => [box.id, box.value]));
}

function put(old: HTMLElement, fresh: HTMLElement): void {
  const follows = atEnd(old);
  const focused = document.activeElement;
  const name = focused && focused !== old && old.contains(focused) ? nameOf(focused) : null;
  const hadFocus = old === focused;
  keepWords(old, fresh);
  const typed = typedIn(old);
  if (!addLines(old, fresh)) old.replaceChildren(...fresh.childNodes);
  old.dataset['mark'] = fresh.dataset['mark'] ?? '';
  typed.forEach((value, id) => {
    const box = old.querySelector<HTMLInputElement | HTMLTextAreaElement>(`#${CSS.escape(id)}`);
    if (box) box.value = value;
  });
  if (follows) toEnd(old);
  if (name !== null) old.querySelector<HTMLElement>(name)?.focus({ preventScroll: true });
  else if (hadFocus) old.focus({ preventScroll: true });
}

/** Somebody is in the middle of it: it is not pulled away under their hands. */
function isWrittenIn(part: Element): boolean {
  const focused = document.activeElement;
  if ([...part.querySelectorAll('.dialog')].some((one) => one.getClientRects().length > 0)) return true;
  return focused?.matches('input, textarea, select') === true && part.contains(focused);
}

/** What was said at the top of the page when it came is past once something has changed. */
function pastIsPast(): void {
  document.querySelector('main > .flash')?.remove();
}

/** `sure`: the parts that are put on the page whatever is being done in them. */
export function putPage(page: Document, sure: readonly string[] = []): void {
  const talk = document.querySelector('.scroll');
  const follows = talk !== null && atEnd(talk);
  for (const fresh of page.querySelectorAll<HTMLElement>('[data-live]')) {
    const name = fresh.dataset['live'] ?? '';
    const old = document.querySelector<HTMLElement>(`[data-live="${name}"]`);
    if (!old) continue;
    if (!sure.includes(name) && (old.dataset['mark'] === fresh.dataset['mark'] || isWrittenIn(old))) continue;
    put(old, fresh);
    pastIsPast();
  }
  // danger that stands above it makes it smaller
  if (follows) toEnd(talk);
}
