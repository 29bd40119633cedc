/** Things that happen outside the conversation: silence, news of a referral, an advisor writing, somebody coming back by phrase. */

import { callGone } from './booking';
import { matchQuery } from './catalogue/playBack';
import type { Catalogue } from './catalogue/question';
import { part } from './content/copy';
import type { Part } from './content/words';
import { askFirst, bubble, type Draft, keepSecret, later, put, say, settle } from './draft';
import { answered } from './facts';
import { leaveNote } from './handOver';
import { putQuestion } from './journey';
import { cancelAllReminders, cancelBookedCall, letGoOfThread } from './leaving';
import { callMade, promiseBroken } from './promised';
import { isClosed, stateWords } from './status';
import type { Happening, ReferralKnown } from './types';
import { advisorWrote, handoffAccepted, handoffEnded, handoffLate, handoffReleased } from './withAdvisor';

/** One of us holds the thread: nothing of the bot's own is said. */
const isHeld = ({ state }: Draft): boolean => state.mode === 'advisor';

/** Nothing may be written first: they were told so. */
function mustStayQuiet(d: Draft): boolean {
  return d.state.contact !== 'OPEN';
}

function silence(d: Draft, step: 1 | 2, catalogue: Catalogue): void {
  // one light touch, then one goodbye; never in quiet mode, never after danger (guide.md X2, X3, 3.2)
  if (mustStayQuiet(d) || d.state.safety || d.state.paused || d.state.mode !== 'bot' || d.state.nudges !== step - 1) {
    settle(d);
    return;
  }
  put(d, { nudges: step });
  if (step === 1) {
    putQuestion(d, catalogue, 'nudge', false);
  } else {
    put(d, { paused: true });
    say(d, part('X3'));
  }
  settle(d);
}

/**
 * No reply five minutes after we asked about suicide: the routes to a voice, and a person (guide.md RS3, RS3U). The person
 * is told whatever became of the thread meanwhile; after STOP, or where the number was just asked for, nothing is said.
 */
function riskSilence(d: Draft, catalogue: Catalogue): void {
  const open = d.state.asked?.key ?? '';
  const stopped = d.state.contact === 'STOPPED' && d.state.safety !== null;
  // they have written since, to one of us who is there
  if (isHeld(d) && d.state.lastHeardAt > (d.state.asked?.at ?? 0)) {
    settle(d);
    return;
  }
  if (!open.startsWith('rs') && open !== 'rjoke' && open !== 'check:suicide_thoughts' && !stopped) {
    settle(d);
    return;
  }
  leaveNote(d, 'risk', 'P1');
  later(d, 'alert', {
    to: 'duty',
    why: 'no reply after a risk question',
    level: 'P1',
    riskId: d.state.safety?.riskId ?? '',
  });
  if (!stopped && open !== 'rs1' && open !== 'rs2') putQuestion(d, catalogue, 'rs2', false);
  settle(d);
}

function known(d: Draft, ref: string): ReferralKnown | undefined {
  return d.state.referrals.find((one) => one.ref === ref);
}

/** A decline brings the next idea at once, and nothing is asked twice. */
function offerNext(d: Draft, declined: ReferralKnown, reason: string, silent: boolean, catalogue: Catalogue): void {
  put(d, { declined: [...new Set([...d.state.declined, declined.serviceId])] });
  const next = d.world.match({ ...matchQuery(d), needs: [declined.need], priority: declined.need }).options[0];
  say(d, part(silent ? 'W-SILENT' : 'W-DECLINED', { partner: declined.partner, reason }));
  if (!next) {
    later(d, 'recordUnmetNeed', { needs: [declined.need], area: matchQuery(d).area || 'unknown', leftOut: [] });
    put(d, { options: [] });
    putQuestion(d, catalogue, 'noneLeft', false);
    settle(d);
    return;
  }
  put(d, { options: [...d.state.options.filter((one) => one.serviceId !== next.serviceId), next] });
  later(d, 'recordOutcome', { what: 'optionsOffered', services: [next.serviceId] });
  putQuestion(d, catalogue, `nextOption:${next.serviceId}`, false);
  settle(d);
}

/** The news itself, true on the day it is told. */
function newsOf(d: Draft, one: ReferralKnown, reason: string): Part {
  const { partner, contact, dueAt, hold } = one;
  const { sayBy, sayDate } = d.world;
  if (one.state === 'cancelled') return part('M3', { partner });
  if (one.state === 'accepted' && contact === '' && dueAt > 0) return part('W-ACCEPTED', { partner, by: sayBy(dueAt) });
  if (one.state === 'accepted') return part('W-ACCEPTED-YOU', { partner, contact: contact || d.world.settings.phone });
  if (hold === 'waitingList' && dueAt > 0) return part('W-LISTED', { partner, day: sayDate(dueAt) });
  if (hold === 'notReached') return part('W-TRIED', { partner });
  if (hold === 'moreInfo') return part('W-ASKED-MORE', { partner });
  return part('W-MOVED', { partner, state: reason || stateWords(one.state) });
}

function referralMoved(d: Draft, event: Extract<Happening, { name: 'referralMoved' }>, catalogue: Catalogue): void {
  const one = known(d, event.ref);
  // what they took back, or what has ended, does not come to life again however late the news comes
  if (!one || isClosed(one)) {
    settle(d);
    return;
  }
  const { state, dueAt, contact, hold } = event;
  const moved: ReferralKnown = { ...one, state, dueAt, contact, hold };
  put(d, { referrals: d.state.referrals.map((old) => (old.ref === event.ref ? moved : old)) });
  // one of us in the thread tells it, or the bot when it is asked
  if (mustStayQuiet(d) || isHeld(d)) {
    put(d, { news: d.state.news + 1 });
    settle(d);
    return;
  }
  if (state === 'rejected' || state === 'failed') {
    offerNext(d, moved, event.reason, state === 'failed', catalogue);
    return;
  }
  say(d, newsOf(d, moved, event.reason));
  askAgainBelow(d, catalogue);
  settle(d);
}

/** The question that was on the table is put again under the news, so that its buttons never seem to answer the news. */
function askAgainBelow(d: Draft, catalogue: Catalogue): void {
  const { asked, paused, mode } = d.state;
  if (asked === null || answered(d, asked.key) || paused || mode !== 'bot') return;
  say(d, part('W-WHERE-WE-WERE'));
  putQuestion(d, catalogue, asked.key, true);
}

/**
 * Takes back what was shared: with the newest partner that still has something to do with it, then with those that had
 * it before. What is said is what is so: nothing was passed on, it was taken back already, or somebody else has it too.
 */
export function withdrawShare(d: Draft): void {
  const held = d.state.referrals.filter((one) => one.state !== 'cancelled');
  const open = held.findLast((one) => !isClosed(one)) ?? held.at(-1);
  if (!open) {
    const before = d.state.referrals.at(-1);
    say(d, before ? part('W-WITHDRAWN-BEFORE', { partner: before.partner }) : part('W-WITHDRAWN-NONE'));
    return;
  }
  later(d, 'withdrawShare', { ref: open.ref });
  put(d, {
    referrals: d.state.referrals.map((one) => (one.ref === open.ref ? { ...one, state: 'cancelled', dueAt: 0 } : one)),
  });
  say(d, part('W-TAKEN-BACK', { partner: open.partner }));
  const others = [...new Set(held.filter((one) => one.ref !== open.ref).map((one) => one.partner))];
  if (others.length) say(d, part('W-STILL-WITH', { partner: others.join(' and ') }));
}

/** An advisor's own words and moments come in heather, so a person can see a human is there. */
function advisorSays(d: Draft, event: Extract<Happening, { name: 'advisorSays' }>, catalogue: Catalogue): void {
  if (d.state.contact === 'STOPPED') {
    settle(d);
    return;
  }
  if (event.message === 'RAFTER') {
    keepSecret(d, 'person', event.person);
    putQuestion(d, catalogue, 'rafter', false);
    const last = d.replies.pop();
    if (last) d.replies.push({ ...last, from: 'advisor' });
  } else {
    const words = part('N1', {
      name: '',
      person: event.person,
      method: event.method,
      by: event.by,
      phone: d.world.settings.phone,
    });
    d.replies.push({ ...bubble(d.world, [words], [], false, 0), from: 'advisor' });
  }
  settle(d);
}

/** What a happening changes, and what if anything is said. */
export function heedHappening(d: Draft, event: Happening, catalogue: Catalogue): void {
  switch (event.name) {
    case 'silence':
      silence(d, event.step, catalogue);
      return;
    case 'riskSilence':
      riskSilence(d, catalogue);
      return;
    case 'left':
      // Leave now: the next word they send is first met with "is now an OK time?"
      letGoOfThread(d, 'left');
      put(d, {
        left: true,
        leftAt: d.world.now.at,
        paused: true,
        agenda: d.state.safety?.holds ? ['returnSafe'] : ['returnSafe', 'returnHow'],
        asked: null,
      });
      settle(d);
      return;
    case 'stopped':
      if (d.state.contact !== 'STOPPED') {
        letGoOfThread(d, 'stop');
        put(d, { contact: 'STOPPED', paused: true, agenda: [], repliedSinceStop: false });
        cancelAllReminders(d);
        cancelBookedCall(d);
      }
      settle(d);
      return;
    case 'checkInDue':
      if (!mustStayQuiet(d) && !isHeld(d) && !d.state.safety) putQuestion(d, catalogue, 'checkInAnswer', false);
      settle(d);
      return;
    case 'askedUsToText':
      if (!mustStayQuiet(d) && !isHeld(d)) putQuestion(d, catalogue, 'okToText', false);
      settle(d);
      return;
    case 'saidYesByText':
      put(d, { byText: 'yes' });
      if (!mustStayQuiet(d) && !isHeld(d)) say(d, part('W-TEXT-YES'));
      settle(d);
      return;
    case 'cameByPhrase':
      // with one of us in the thread it goes on there, on the device they came by
      if (isHeld(d)) {
        put(d, { channel: event.channel });
        settle(d);
      } else put(d, { channel: event.channel, agenda: ['returnSafe', 'returnHow'] });
      return;
    case 'advisorSays':
      advisorSays(d, event, catalogue);
      return;
    case 'advisorWrote':
      advisorWrote(d, event);
      return;
    case 'handoffReleased':
      handoffReleased(d, event);
      return;
    case 'handoffLate':
      handoffLate(d);
      return;
    case 'callMade':
      callMade(d, event);
      return;
    case 'callGone':
      callGone(d);
      return;
    case 'promiseBroken':
      promiseBroken(d, event);
      return;
    case 'handoffAccepted':
      handoffAccepted(d, event);
      return;
    case 'handoffEnded':
      handoffEnded(d, event, catalogue);
      return;
    case 'intakeReleased':
      put(d, { safety: d.state.safety ? { ...d.state.safety, holds: false } : null, mode: 'bot', paused: false });
      if (mustStayQuiet(d)) settle(d);
      else askFirst(d, 'returnSafe');
      return;
    case 'referralMoved':
      referralMoved(d, event, catalogue);
      return;
    case 'shareWithdrawn':
      if (known(d, event.ref))
        put(d, {
          referrals: d.state.referrals.map((one) =>
            one.ref === event.ref ? { ...one, state: 'cancelled', dueAt: 0 } : one,
          ),
        });
      settle(d);
      return;
  }
}
