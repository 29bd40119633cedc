/** Hello, privacy, and is it safe to talk: what stands between a person and "what do you need?" (guide.md A to C). */

import { recordAgreement } from '../agreements';
import { choicesOf, part } from '../content/copy';
import { type Context, type Draft, later, put, say, settle } from '../draft';
import { answered, chosen } from '../facts';
import { leaveFor, stopForGood } from '../leaving';
import { asks } from './asks';
import type { Question } from './question';

export const CONSENT_VERSION = 'CN-1.0-S';

function agreed(c: Context): boolean {
  return chosen(c, 'consent') === 'yes' || chosen(c, 'consentMore') === 'yes';
}

/** They said yes to keeping private details, at either layer. */
export function hasAgreed(c: Context): boolean {
  return agreed(c);
}

function recordConsent(d: Draft, key: string, version: string, answer: 'yes' | 'no'): void {
  recordAgreement(d, { key, what: 'special_category', version, answer });
  if (answer === 'no') {
    later(d, 'forgetChat', { reason: 'no consent' });
    put(d, { agenda: ['refused', ...d.state.agenda] });
  }
}

export const opening: readonly Question[] = [
  {
    id: 'start',
    kind: 'choice',
    ask: (d) =>
      d.world.channel === 'sms'
        ? { parts: [part('A1-SMS')], choices: choicesOf('A1-SMS') }
        : { before: [[part('A1')], [part('A2')]], parts: [part('A3')], choices: choicesOf('A3') },
    // somebody who began on the web and comes by phone is no stranger
    askIf: (c) => c.state.channel !== 'web' && !answered(c, 'consent'),
    whenSkipped: 'yes',
    heard: (d, heard) => {
      if (heard.choice === 'notNow' || heard.choice === 'later') leaveFor(d);
      if (heard.choice === 'no') stopForGood(d);
    },
  },
  {
    id: 'consent',
    kind: 'choice',
    ask: (d) => ({
      before:
        d.state.channel === 'web'
          ? [[part('W-WHO')], [part('W-CHARGE'), part('A3-WEB')], [part('W-KEEP')]]
          : [[part('B1'), part('B2')]],
      parts: [part('B3')],
      choices: choicesOf('B3'),
    }),
    askIf: () => true,
    whenSkipped: 'no',
    heard: (d, heard) => {
      if (heard.choice === 'more') put(d, { agenda: ['consentMore', ...d.state.agenda] });
      else recordConsent(d, heard.key, CONSENT_VERSION, heard.choice === 'yes' ? 'yes' : 'no');
    },
  },
  {
    id: 'safeNow',
    kind: 'choice',
    ask: asks('C1'),
    askIf: hasAgreed,
    whenSkipped: 'unsure',
    heard: (d, heard) => {
      if (heard.choice === 'yes') {
        if (d.state.channel === 'web') say(d, part('W-LEAVE-FAST'));
        return;
      }
      put(d, { contact: 'QUIET', paused: true });
      say(d, part('C1-NO'));
      settle(d);
    },
  },
];

export const openingAsides: readonly Question[] = [
  {
    id: 'consentMore',
    kind: 'choice',
    ask: (d) => ({
      parts: [
        part('B3-MORE', { org: d.world.settings.org, ret: d.world.settings.retention, link: d.world.settings.link }),
      ],
      choices: choicesOf('B3-MORE'),
    }),
    whenSkipped: 'no',
    heard: (d, heard) => {
      recordAgreement(d, { key: heard.key, what: 'layer2_shown', version: 'CN-1.0-L', answer: 'shown' });
      recordConsent(d, heard.key, 'CN-1.0-L', heard.choice === 'yes' ? 'yes' : 'no');
    },
  },
  {
    id: 'refused',
    kind: 'choice',
    ask: (d) => ({ parts: [part('B3-NO', { phone: d.world.settings.phone })], choices: choicesOf('B3-NO') }),
    whenSkipped: 'leave',
    heard: (d, heard) => {
      if (heard.choice === 'whatsOn') sayWhatsOn(d);
      else if (heard.choice === 'call')
        say(d, part('W-CALL-US', { phone: d.world.settings.phone, hours: d.world.team.hours }));
      else say(d, part('X1'));
      settle(d);
    },
  },
];

/** What's on, for somebody who shares nothing: open groups near here, no details asked. */
export function sayWhatsOn(d: Draft): void {
  const result = d.world.match({
    needs: ['loneliness', 'structure', 'mental_health'],
    priority: null,
    area: 'somewhereElse',
    ageBand: 'unknown',
    adjustments: [],
    barriers: [],
    rung: 1,
    quiet: d.state.contact === 'QUIET',
    declined: [],
  });
  const list = result.options.map((option) => `${option.service}: ${option.contact}`).join('\n');
  say(
    d,
    list
      ? part('W-WHATS-ON', { list })
      : part('W-CALL-US', { phone: d.world.settings.phone, hours: d.world.team.hours }),
  );
}
