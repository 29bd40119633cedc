/** The privacy page: what is kept, who sees it, how long, and what people can ask for. The words come from outside. */
import type { Assets } from './assets';
import { leaveFirst } from './chatPage';
import { html } from './html';
import { bar, page } from './page';
import { withNumbers } from './withNumbers';
import { words } from './words';

export interface SheetPart {
  readonly heading: string;
  readonly lines: readonly string[];
}

/** The whole page as text. */
export function privacyPage(parts: readonly SheetPart[], assets?: Assets): string {
  const sections = parts.map(
    ({ heading, lines }) => html`<h2>${heading}</h2>${lines.map((line) => html`<p>${withNumbers(line)}</p>`)}`,
  );
  const body = html`${leaveFirst('')}
${bar(html`<a href="/">Back to the chat</a>`)}
<main class="sheet">
<h1>${words.privacy}</h1>
${sections}
</main>
<footer class="dock solo"><div class="dockline"><p class="small"><a href="/safety">${words.safety}</a></p><button class="leave" form="leave">${words.leave}</button></div></footer>`;
  return page({ body, kind: 'safety', scripts: ['safety.js'] }, assets);
}
