/** The stand-in phone of a development machine: texts and WhatsApp tried with no account, and what goes wrong with them. */
import type { Assets } from './assets';
import { type Html, html } from './html';
import { bar, page } from './page';

interface Pick {
  readonly value: string;
  readonly label: string;
}

const LINES: readonly Pick[] = [
  { value: 'sms', label: 'SMS (Twilio)' },
  { value: 'whatsappMeta', label: 'WhatsApp (Meta)' },
  { value: 'whatsappTwilio', label: 'WhatsApp (Twilio)' },
];

const MOODS: readonly Pick[] = [
  { value: 'well', label: 'All is well' },
  { value: 'refusing', label: 'Provider down: says no' },
  { value: 'limiting', label: 'Too many at once: wait' },
  { value: 'hanging', label: 'Never answers' },
  { value: 'takingSilently', label: 'Takes it, and the answer is lost' },
];

const REACH: readonly Pick[] = [
  { value: 'fine', label: 'On' },
  { value: 'off', label: 'Switched off' },
  { value: 'gone', label: 'Not in use any more' },
];

function picks(name: string, legend: string, all: readonly Pick[], kind: string): Html {
  const one = (pick: Pick, at: number) =>
    html`<label class="box"><input type="radio" name="${name}" value="${pick.value}"${at === 0 ? html` checked` : ''}><span>${pick.label}</span></label>`;
  return html`<fieldset class="${kind}"><legend>${legend}</legend>${all.map(one)}</fieldset>`;
}

/** The number a new phone has: one of those Ofcom keeps for drama. */
const FIRST_NUMBER = '+447700900123';

/** The whole page as text. Everything on it comes alive with phone.js. */
export function phonePage(assets?: Assets): string {
  const body = html`${bar(html`<a href="/start">Start page</a>`)}
<main>
<h1>A phone to try things with</h1>
<p class="lead">It's only for trying out. Nothing leaves this machine: no text is sent, nobody is charged, and no account is needed.</p>
<noscript><p class="danger">This page needs JavaScript.</p></noscript>
<div class="two">
<section class="device" aria-labelledby="with">
<form id="who" class="who">
${picks('line', 'How it writes to us', LINES, 'lines')}
<div class="number"><label for="number">Its number</label><input type="tel" id="number" value="${FIRST_NUMBER}" autocomplete="off" spellcheck="false" aria-describedby="numberhint"><button type="button" id="other">Another phone</button></div>
<p class="small" id="numberhint">Made up: +447700900 and three figures. Real numbers are not taken.</p>
</form>
<h2 id="with"></h2>
<div class="screen" id="screen" role="log" aria-label="Messages" aria-relevant="additions" tabindex="0">
<p class="small" id="nothing">Nothing yet. Say hi.</p>
<ol class="talk" id="thread"></ol>
<p class="typing" id="typing" hidden>WIN is writing</p>
</div>
<form id="compose" class="write">
<label class="unseen" for="words">What to send</label>
<textarea id="words" rows="1" maxlength="1600" placeholder="What to send"></textarea>
<button class="main">Send</button>
</form>
<div class="files"><button type="button" class="quiet" data-do="voice">Send a voice note</button><button type="button" class="quiet" data-do="photo">Send a photo</button></div>
<p class="small" id="note" role="status"></p>
</section>
<section class="panel" aria-labelledby="tries">
<h2 id="tries">When things go wrong</h2>
${picks('mood', 'The carriers', MOODS, 'tall')}
${picks('reach', 'This phone', REACH, 'tall')}
<h3>Time and doubles</h3>
<button type="button" data-do="hours">Pretend 25 hours went by</button>
<p class="small" id="window"></p>
<button type="button" data-do="again">Send the last one again</button>
<p class="small">Carriers do this: the same message, twice. It should be answered once.</p>
</section>
</div>
</main>`;
  return page(
    { body, kind: 'phone', scripts: ['phone.js'], styles: ['phone.css'], title: 'WIN: a phone to try' },
    assets,
  );
}
