/** The partner's one-time page as HTML: who, what they would like help with, and what we ask of you by when. */
import type { Referral, SharedLine } from '../../services/referrals/referral';
import { type Html, html } from '../../web/server/html';
import { bar } from '../../web/server/page';
import { ALWAYS_SAFE, DECLINE_CHOICES, WITHIN_CHOICES } from './answerWords';

function linesOf(referral: Referral, fields: readonly SharedLine['field'][]): readonly SharedLine[] {
  return referral.shared.filter((line) => fields.includes(line.field));
}

function rows(lines: readonly SharedLine[], none: string): Html {
  if (lines.length === 0) return html`<p>${none}</p>`;
  return html`<dl>${lines.map((line) => html`<div><dt>${line.label}</dt><dd>${line.value}</dd></div>`)}</dl>`;
}

function safeRules(referral: Referral): Html {
  const theirs = linesOf(referral, ['when', 'avoid', 'voicemail', 'texts']).map(
    ({ label, value }) => `${label}: ${value}`,
  );
  const rules = [...theirs, ...ALWAYS_SAFE];
  return html`<section class="careful" aria-labelledby="careful"><h2 id="careful">Keep them safe</h2><ul>${rules.map((rule) => html`<li>${rule}</li>`)}</ul></section>`;
}

function who(referral: Referral): Html {
  return html`<section><h2>Who</h2>${rows(linesOf(referral, ['name', 'contact']), 'They chose not to give a name or a number yet. Say yes and they will get in touch with you.')}</section>`;
}

function what(referral: Referral): Html {
  return html`<section><h2>What they need</h2>${rows(linesOf(referral, ['need', 'words', 'support']), 'They would rather tell you themselves.')}</section>`;
}

function radios(
  name: string,
  choices: readonly { readonly id: string; readonly label: string }[],
  picked: string,
): Html {
  return html`${choices.map(({ id, label }) => html`<label class="pick"><input type="radio" name="${name}" value="${id}"${id === picked ? html` checked` : null} required><span>${label}</span></label>`)}`;
}

/** The open page. `by` is when an answer would be kind; `action` is where the forms go; `missing` when no reason was picked. */
export function openBody(referral: Referral, by: string, action: string, missing: boolean): Html {
  return html`${bar()}<main class="sheet answer">
${safeRules(referral)}
<h1>Someone would like your help</h1>
<p class="small">${referral.service}, ${referral.partner}. Number ${referral.ref}.</p>
${who(referral)}
${what(referral)}
<section><h2>What we ask of you</h2><p>Please say yes or no <strong>${by}</strong>. If it is yes, you get in touch. If it is no, we look for another way with them.</p></section>
<form method="post" action="${action}" class="yes"><input type="hidden" name="say" value="yes">
<fieldset><legend>When can you get in touch?</legend>${radios('within', WITHIN_CHOICES, '2')}</fieldset>
<button class="main">Yes, we can help</button></form>
<details${missing ? html` open` : null}><summary>We cannot help this time</summary>
<form method="post" action="${action}"><input type="hidden" name="say" value="no">
${missing ? html`<p class="danger" id="missing" role="alert">Please pick a reason, so we can find something that fits.</p>` : null}
<fieldset${missing ? html` aria-describedby="missing"` : null}><legend>What is the reason?</legend>${radios('reason', DECLINE_CHOICES, '')}</fieldset>
<p><label for="words">Anything our team can learn from? Only they see it. You can leave it empty.</label><textarea id="words" name="words" rows="3" maxlength="500"></textarea></p>
<button>Send a no</button></form></details>
</main>`;
}

/** Right after a yes, once: the details stay on this screen so they can be written down. `by` is what was promised. */
export function thanksForYesBody(referral: Referral, by: string): Html {
  const reachable = linesOf(referral, ['contact']).length > 0;
  return html`${bar()}<main class="sheet answer">
${safeRules(referral)}
<h1 class="done">Thank you. We are telling them now</h1>
<p>${reachable ? html`They will hear that you will be in touch by <strong>${by}</strong>.` : html`They will hear that you can help, and how to reach you.`}</p>
<p><strong>Please note this down now.</strong> The link will not show it again. Your number for it is ${referral.ref}.</p>
${who(referral)}
${what(referral)}
</main>`;
}

export function thanksForNoBody(): Html {
  return html`${bar()}<main class="sheet answer"><h1>Thank you for telling us</h1><p>We will let them know kindly, and look at another way with them. There is nothing more for you to do.</p></main>`;
}

/** A calm page with nothing private on it. */
export function calmBody(heading: string, lines: readonly string[]): Html {
  return html`${bar()}<main class="sheet answer"><h1>${heading}</h1>${lines.map((line) => html`<p>${line}</p>`)}</main>`;
}
