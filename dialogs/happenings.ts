/** Things that happen outside the conversation: silence, news of a referral, an advisor writing, somebody coming back by phrase. */
import { matchQuery } from './catalogue/playBack';
import type { Catalogue } from './catalogue/question';
import { part } from './content/copy';
import { askFirst, bubble, type Draft, keepSecret, later, put, say, settle } from './draft';
import { leaveNote } from './handOver';
import { putQuestion } from './journey';
import { cancelAllReminders } from './leaving';
import type { Happening, ReferralKnown } from './types';

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
  if (!open.startsWith('rs') && open !== 'check:suicide_thoughts' && !stopped) {
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

function referralMoved(d: Draft, event: Extract<Happening, { name: 'referralMoved' }>, catalogue: Catalogue): void {
  const one = known(d, event.ref);
  if (!one || one.state === event.state) {
    settle(d);
    return;
  }
  const next = event.next;
  put(d, {
    referrals: d.state.referrals.map((old) =>
      old.ref === event.ref ? { ...old, state: event.state, next, by: '' } : old,
    ),
  });
  if (mustStayQuiet(d)) {
    put(d, { news: d.state.news + 1 });
    settle(d);
    return;
  }
  if (event.state === 'accepted') say(d, part('W-ACCEPTED', { partner: one.partner, next: event.next }));
  else if (event.state === 'rejected' || event.state === 'failed') {
    offerNext(d, one, event.reason, event.state === 'failed', catalogue);
    return;
  } else if (event.state === 'cancelled') say(d, part('M3', { partner: one.partner }));
  else say(d, part('W-MOVED', { partner: one.partner, state: event.reason, next: event.next }));
  settle(d);
}

const isOpen = (one: ReferralKnown) => !['rejected', 'failed', 'completed', 'cancelled'].includes(one.state);

/**
 * Takes back what was shared: with the newest partner that still has something to do with it, then with those that had
 * it before. What is said is what is so: nothing was passed on, it was taken back already, or somebody else has it too.
 */
export function withdrawShare(d: Draft): void {
  const held = d.state.referrals.filter((one) => one.state !== 'cancelled');
  const open = held.findLast(isOpen) ?? held.at(-1);
  if (!open) {
    const before = d.state.referrals.at(-1);
    say(d, before ? part('W-WITHDRAWN-BEFORE', { partner: before.partner }) : part('W-WITHDRAWN-NONE'));
    return;
  }
  later(d, 'withdrawShare', { ref: open.ref });
  put(d, {
    referrals: d.state.referrals.map((one) =>
      one.ref === open.ref ? { ...one, state: 'cancelled', next: '', by: '' } : one,
    ),
  });
  say(d, part('M3', { partner: open.partner }));
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
        put(d, { contact: 'STOPPED', paused: true, agenda: [], repliedSinceStop: false });
        cancelAllReminders(d);
      }
      settle(d);
      return;
    case 'checkInDue':
      if (!mustStayQuiet(d) && !d.state.safety) putQuestion(d, catalogue, 'checkInAnswer', false);
      settle(d);
      return;
    case 'askedUsToText':
      if (!mustStayQuiet(d)) putQuestion(d, catalogue, 'okToText', false);
      settle(d);
      return;
    case 'cameByPhrase':
      put(d, { channel: event.channel, agenda: ['returnSafe', 'returnHow'] });
      return;
    case 'advisorSays':
      advisorSays(d, event, catalogue);
      return;
    case 'handoffAccepted':
      // after STOP nothing is said, whoever took the thread
      if (d.state.contact !== 'STOPPED')
        say(
          d,
          d.state.mode === 'waiting'
            ? part('W-JOINED', { person: event.person })
            : part('X24', { person: event.person, mins: String(event.minutes) }),
        );
      put(d, { mode: 'advisor' });
      settle(d);
      return;
    case 'handoffEnded':
      put(d, { mode: 'bot', handoff: null });
      if (mustStayQuiet(d)) settle(d);
      else say(d, part('W-AGAIN'));
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
            one.ref === event.ref ? { ...one, state: 'cancelled', next: '', by: '' } : one,
          ),
        });
      settle(d);
      return;
  }
}
