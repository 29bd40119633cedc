/** The safety page: how to be on this site, or anywhere, with less of a trail (guide 3.5 and C6). */
import type { Assets } from './assets';
import { leaveFirst } from './chatPage';
import { type Html, html } from './html';
import { bar, page } from './page';
import { withNumbers } from './withNumbers';
import { CRISIS_LINES, words } from './words';

interface Part {
  readonly heading: string;
  readonly lines: readonly string[];
}

const PARTS: readonly Part[] = [
  {
    heading: 'Leave this page fast',
    lines: [
      'Tap Leave now, or press Shift 3 times. The weather opens and this chat ends.',
      'It does not clear your history. Someone could still see that you were here.',
    ],
  },
  {
    heading: 'Use a phone nobody checks',
    lines: [
      'If someone looks at your phone, use another one if you can. Try a library, a friend, or work.',
      'A private or incognito tab keeps no history once you close it. It does not hide you from spy apps.',
    ],
  },
  {
    heading: 'Clear one visit, not all of them',
    lines: [
      'Close the tab. Open History in your browser. Find this page and delete that line.',
      "Don't wipe everything if that could look odd. An empty history can be noticed.",
    ],
  },
  {
    heading: 'Check what is linked',
    lines: [
      'Someone may read your messages or history on a tablet or laptop you share.',
      'Look in your settings for linked devices, shared accounts and family sharing.',
      'If someone always knows where you are, there may be a spy app. Taking it off can tell them. Talk to a helpline first, on a phone nobody checks.',
    ],
  },
  {
    heading: 'What we keep on your device',
    lines: [
      'While this tab is open it remembers your place. One small cookie says it is still your browser. Leave now clears both.',
      'Your place stays on the phone only if you tap Keep my place. Forget it clears it.',
    ],
  },
];

function part(section: Part): Html {
  return html`<h2>${section.heading}</h2>${section.lines.map((line) => html`<p>${withNumbers(line)}</p>`)}`;
}

/** The whole page as text. `callLines` are sentences with numbers that are known to be good. */
export function safetyPage(callLines: readonly string[] = CRISIS_LINES, assets?: Assets): string {
  const body = html`${leaveFirst('')}
${bar(html`<a href="/">Back to the chat</a>`)}
<main class="sheet">
<h1>${words.safety}</h1>
${[...PARTS, { heading: 'Someone to call', lines: callLines }].map(part)}
</main>
<footer class="dock solo"><div class="dockline"><p class="small"><a href="/privacy">${words.privacy}</a></p><button class="leave" form="leave">${words.leave}</button></div></footer>`;
  return page({ body, kind: 'safety', scripts: ['safety.js'] }, assets);
}
