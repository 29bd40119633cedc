/** The partner's one-time page as HTML: who, what they would like help with, and what we ask of you by when. */
import { ALWAYS_SAFE, declineLabels, partnerSay as say, withinLabels } from '../../dialogs/content/partner';
import type { Referral, SharedLine } from '../../services/referrals/referral';
import { canReach } from '../../services/referrals/words';
import { type Html, html } from '../../web/server/html';
import { bar } from '../../web/server/page';
import { keptWhole, withNumbers } from '../../web/server/withNumbers';

/** What every page of a partner knows of us, and of today. */
export interface PartnerPage {
  readonly phone: string;
  readonly hours: string;
  /** YYYY-MM-DD in Scotland */
  readonly today: string;
}

function linesOf(referral: Referral, fields: readonly SharedLine['field'][]): readonly SharedLine[] {
  return referral.shared.filter((line) => fields.includes(line.field));
}

function rows(lines: readonly SharedLine[], none: string): Html {
  if (lines.length === 0) return html`<p>${none}</p>`;
  return html`<dl>${lines.map((line) => html`<div><dt>${line.label}</dt><dd>${keptWhole(line.value)}</dd></div>`)}</dl>`;
}

const inOrder = (referral: Referral, ...fields: readonly SharedLine['field'][]): readonly string[] =>
  fields.flatMap((field) => linesOf(referral, [field])).map(({ label, value }) => `${label}: ${value}`);

/** The same rules in three lines that stay in sight on a small screen, where the whole of them would hide what is asked. */
function inSight(referral: Referral): Html {
  // theirs first, the short ones before the others: what is cut off is the end, and all of it stands at the top
  const theirs = inOrder(referral, 'voicemail', 'texts', 'avoid', 'when');
  const rules = [...theirs.map((rule) => `${rule.replace(/[.]$/, '')}.`), ...ALWAYS_SAFE];
  return html`<div class="insight" aria-hidden="true"><p><strong>${say('careful')}.</strong> ${keptWhole(rules.join(' '))}</p></div>`;
}

function safeRules(referral: Referral): Html {
  const rules = [...inOrder(referral, 'when', 'avoid', 'voicemail', 'texts'), ...ALWAYS_SAFE];
  return html`${inSight(referral)}<section class="careful" aria-labelledby="careful"><h2 id="careful">${say('careful')}</h2><ul>${rules.map((rule) => html`<li>${keptWhole(rule)}</li>`)}</ul></section>`;
}

/** Every line they agreed to: who, then what. */
function details(referral: Referral): Html {
  return html`<section><h2>${say('who')}</h2>${rows(linesOf(referral, ['name', 'contact']), say('whoNone'))}</section>
<section><h2>${say('what')}</h2>${rows(linesOf(referral, ['need', 'words', 'support']), say('whatNone'))}</section>`;
}

function radios(name: string, choices: Readonly<Record<string, string>>, picked: string): Html {
  return html`${Object.entries(choices).map(([id, label]) => html`<label class="pick"><input type="radio" name="${name}" value="${id}"${id === picked ? html` checked` : null} required><span>${label}</span></label>`)}`;
}

/** Where to ring us: on every page there is. */
function team({ phone, hours }: PartnerPage): Html {
  return html`<p class="small team">${withNumbers(say('team', { phone, hours }))}</p>`;
}

/** A way of saying "not yet", as a form of its own that needs no script. */
function notYet(action: string, why: string, heading: string, fields: Html, send: string): Html {
  return html`<form method="post" action="${action}"><input type="hidden" name="say" value="notYet"><input type="hidden" name="why" value="${why}">
<h3>${heading}</h3>${fields}<button>${send}</button></form>`;
}

function triedForm(action: string, { today }: PartnerPage): Html {
  const fields = html`<p><label for="on">${say('triedOn')}</label><input id="on" type="date" name="on" max="${today}" value="${today}" required></p>
<p><label for="times">${say('triedTimes')}</label><input id="times" type="number" name="times" min="1" max="20" value="1" inputmode="numeric" required></p>`;
  return notYet(action, 'notReached', say('tried'), fields, say('triedSend'));
}

function notYetForms(referral: Referral, action: string, here: PartnerPage): Html {
  const more = html`<p><label for="more">${say('moreLabel')}</label><textarea id="more" name="words" rows="3" maxlength="500"></textarea></p>`;
  const until = html`<p><label for="until">${say('listLabel')}</label><input id="until" type="date" name="until" min="${here.today}" required></p>`;
  return html`${notYet(action, 'moreInfo', say('more'), more, say('moreSend'))}
${notYet(action, 'waitingList', say('list'), until, say('listSend'))}
${canReach(referral) ? triedForm(action, here) : null}`;
}

/** What was missing from the form that came: a reason for a no, or a date. */
export type Missing = 'reason' | 'day' | null;

function noForm(action: string, missing: Missing): Html {
  const lacks = missing === 'reason';
  return html`<details${lacks ? html` open` : null}><summary>${say('no')}</summary>
<form method="post" action="${action}"><input type="hidden" name="say" value="no">
${lacks ? html`<p class="danger" id="missing" role="alert">${say('missing')}</p>` : null}
<fieldset${lacks ? html` aria-describedby="missing"` : null}><legend>${say('noWhy')}</legend>${radios('reason', declineLabels, '')}</fieldset>
<p><label for="words">${say('noWords')}</label><textarea id="words" name="words" rows="3" maxlength="500"></textarea></p>
<button>${say('noSend')}</button></form></details>`;
}

/** What they said before, where it was "not yet". `day` is the end of the waiting list, as people say it. */
function held(referral: Referral, day: string): Html | null {
  if (referral.hold === 'moreInfo') return html`<p>${say('heldMore')}</p>`;
  if (referral.hold === 'waitingList') return html`<p>${say('heldList', { day })}</p>`;
  return referral.hold === 'notReached' ? html`<p>${say('heldTried')}</p>` : null;
}

/** The open page. `by` is when an answer would be kind; `action` is where the forms go. */
export function openBody(
  referral: Referral,
  by: string,
  day: string,
  action: string,
  missing: Missing,
  here: PartnerPage,
): Html {
  const reach = canReach(referral);
  const { service, partner, ref } = referral;
  return html`${bar()}<main class="sheet answer">
${safeRules(referral)}
<h1>${say('heading')}</h1>
<p class="small">${keptWhole(say('number', { service, partner, ref }))}</p>
${held(referral, day)}
${details(referral)}
<section><h2>${say('ask')}</h2><p>${say(reach ? 'askReach' : 'askNoReach', { by })}</p></section>
<form method="post" action="${action}" class="yes"><input type="hidden" name="say" value="yes">
${reach ? html`<fieldset><legend>${say('when')}</legend>${radios('within', withinLabels, '2')}</fieldset>` : null}
<button class="main">${say('yes')}</button></form>
<details${missing === 'day' ? html` open` : null}><summary>${say('notYet')}</summary>
${missing === 'day' ? html`<p class="danger" role="alert">${say('missingDay')}</p>` : null}
${notYetForms(referral, action, here)}</details>
${noForm(action, missing)}
${team(here)}
</main>`;
}

/** After a yes, and each time the link is opened again until it is closed. `by` is what was promised, '' where nothing was. */
export function agreedBody(referral: Referral, by: string, first: boolean, action: string, here: PartnerPage): Html {
  const known = by === '' ? say(first ? 'yesNoReach' : 'agreedYou') : say(first ? 'yesReach' : 'agreedBy', { by });
  const tried = html`<details><summary>${say('tried')}</summary>${triedForm(action, here)}</details>`;
  return html`${bar()}<main class="sheet answer">
${safeRules(referral)}
<h1 class="done">${say(first ? 'yesDone' : 'agreed')}</h1>
<p>${known}</p>
<p>${keptWhole(say('again', { ref: referral.ref }))}</p>
${details(referral)}
${canReach(referral) ? tried : null}
${team(here)}
</main>`;
}

/** A calm page with nothing private on it. */
export function calmBody(heading: string, lines: readonly string[], here?: PartnerPage): Html {
  return html`${bar()}<main class="sheet answer"><h1>${heading}</h1>${lines.map((line) => html`<p>${withNumbers(line)}</p>`)}${here ? team(here) : null}</main>`;
}
