/** Everyday and awkward moments: each a small question that comes up, is answered, and lets the thread go on (guide.md X). */
import { CALL_TIME, mayRing } from '../callTimes';
import { choicesOf, part } from '../content/copy';
import { askFirst, type Draft, keepSecret, later, put, say, settle, unanswer } from '../draft';
import { answered, wayBack, wayBackIn } from '../facts';
import { leaveNote, passToPerson, promiseContact } from '../handOver';
import { leaveFor } from '../leaving';
import { sayStatus, showStatus } from '../status';
import { asks } from './asks';
import type { Asking, Heard, Question } from './question';

/** In hours the number comes first, because they can ring it this minute. */
function askWayBack(d: Draft): Asking {
  const { team, settings } = d.world;
  const { phone } = settings;
  const choices = choicesOf('W-WAY-BACK');
  if (answered(d, 'wayBackMissed')) return { parts: [part('W-WAY-BACK-AGAIN', { phone })], choices };
  if (!team.open) return { parts: [part('W-WAY-BACK')], choices };
  return { parts: [team.today ? part('W-CALL-NOW', { phone }) : part('W-CALL-SOON', { phone })], choices };
}

/** Only a number, an address or this thread is a way back. What is none is asked about once more; then they have ours. */
function heardWayBack(d: Draft, heard: Heard): void {
  const way = heard.skipped ? '' : wayBackIn(heard.text);
  const again = !heard.skipped && !answered(d, 'wayBackMissed') && !saysNo(heard.text);
  unanswer(d, 'wayBackMissed');
  if (way !== '') {
    keepSecret(d, 'said/wayBack', way);
    // a time of their own choosing comes next, where we can ring them
    const chooses = d.state.agenda.includes(CALL_TIME) && mayRing(d);
    if (!chooses) {
      put(d, { agenda: d.state.agenda.filter((key) => key !== CALL_TIME) });
      promiseContact(d);
    }
  } else if (again) {
    const missed = { n: d.state.turns, at: d.world.now.at, choices: [], skipped: true, message: 'W-WAY-BACK' };
    unanswer(d, 'wayBack');
    put(d, { answers: { ...d.state.answers, wayBackMissed: missed } });
    askFirst(d, 'wayBack');
    return;
  } else {
    keepSecret(d, 'said/wayBack', null);
    put(d, { agenda: d.state.agenda.filter((key) => key !== CALL_TIME) });
    const { phone } = d.world.settings;
    say(d, part('W-NO-WAY', { phone, hours: d.world.team.hours }));
  }
  if (d.state.mode === 'finished') settle(d);
}

/** "No", "never mind", "no thanks", in a few words. */
const saysNo = (text: string): boolean =>
  /^(?:no|naw|nah|nope|na|nae|never ?mind|no ta|forget it|leave it|rather not|i'?d rather not|dont|none|nothing|nowt|not just now|cannae|cant|can't)\b/i.test(
    text.trim(),
  );

/** A reply is promised once there is a way to give one; that it is read, always. */
function thankForComplaint(d: Draft, by: string): void {
  if (!wayBack(d)) say(d, part('W-COMPLAINT-READ', { by }));
  noteAndAsk(d, () => say(d, part('W-COMPLAINT-THANKS', { by })));
}

/** A person will be in touch: only once there is a way to. */
function noteAndAsk(d: Draft, toReachable: () => void): void {
  if (wayBack(d)) toReachable();
  else askFirst(d, 'wayBack');
}

export const everydayQuestions: readonly Question[] = [
  { id: 'wayBack', kind: 'text', ask: askWayBack, heard: heardWayBack },
  {
    id: 'afterNote',
    kind: 'choice',
    ask: asks('W-AFTER-NOTE'),
    whenSkipped: 'carryOn',
    heard: (d, heard) => {
      if (heard.choice === 'leave') leaveFor(d);
    },
  },
  {
    id: 'forgetIt',
    kind: 'choice',
    ask: asks('W-FORGET'),
    whenSkipped: 'carryOn',
    heard: (d, heard) => {
      if (heard.choice === 'leave') leaveFor(d);
    },
  },
  {
    id: 'helpWhich',
    kind: 'choice',
    ask: asks('W-HELP-WHICH'),
    whenSkipped: 'need',
    heard: (d, heard) => {
      if (heard.choice === 'how') say(d, part('W-HELP'));
    },
  },
  {
    id: 'care',
    kind: 'choice',
    ask: asks('W-CARE'),
    whenSkipped: 'carryOn',
  },
  {
    id: 'nudge',
    kind: 'choice',
    ask: asks('X2'),
    whenSkipped: 'carryOn',
    heard: (d, heard) => {
      if (heard.choice === 'leaveIt' || heard.choice === 'leave') {
        put(d, { paused: true });
        say(d, part('W-NUDGE-OFF'));
        settle(d);
      }
    },
  },
  {
    id: 'returnSafe',
    kind: 'choice',
    ask: asks('X4A'),
    whenSkipped: 'notNow',
    heard: (d, heard) => {
      const wanted = d.state.secrets['wanted'];
      keepSecret(d, 'wanted', null);
      if (heard.choice === 'yes') {
        if (wanted === 'status') sayStatus(d);
        return;
      }
      put(d, { paused: true });
      say(d, part('X1'));
      settle(d);
    },
  },
  {
    id: 'okTime',
    kind: 'choice',
    ask: asks('W-OK-TIME'),
    whenSkipped: 'notNow',
    heard: (d, heard) => {
      // whoever this is, they begin again: nothing said before is shown
      if (heard.choice === 'yes') beginAgain(d);
      else {
        put(d, { paused: true });
        settle(d);
      }
    },
  },
  {
    id: 'returnHow',
    kind: 'choice',
    ask: asks('X4B'),
    whenSkipped: 'carryOn',
    heard: (d, heard) => {
      if (heard.choice === 'startFresh') startFresh(d);
      else if (d.state.mode === 'finished') put(d, { mode: 'bot' });
    },
  },
  {
    id: 'unsure',
    kind: 'choice',
    ask: asks('X5'),
    whenSkipped: 'skip',
  },
  {
    id: 'anger',
    kind: 'choice',
    ask: asks('X6'),
    whenSkipped: 'keepGoing',
    heard: (d, heard) => {
      if (heard.choice === 'break') leaveFor(d);
    },
  },
  {
    id: 'voiceNote',
    kind: 'choice',
    ask: asks('X7'),
    whenSkipped: 'type',
    person: { reason: 'media', level: 'P2' },
    // it could hold something urgent, so somebody listens all the same, and they are told so
    heard: (d) => {
      leaveNote(d, 'media', 'P2');
      say(d, part('W-VOICE-KEPT'));
    },
  },
  {
    id: 'picture',
    kind: 'choice',
    ask: asks('X8'),
    // only their own "No" deletes it: it could show something urgent
    whenSkipped: 'yes',
    heard: (d, heard) => {
      const since = d.state.filesSince ?? d.world.now.at;
      put(d, { filesSince: null });
      if (heard.skipped) {
        leaveNote(d, 'media', 'P2');
        say(d, part('W-PICTURE-KEPT'));
      } else if (heard.choice === 'yes') passToPerson(d, 'media', 'P2');
      else {
        later(d, 'deleteMedia', { since });
        say(d, part('W-PICTURE-GONE'));
      }
    },
  },
  {
    id: 'conduct',
    kind: 'choice',
    ask: asks('X9A'),
    whenSkipped: 'break',
    heard: (d, heard) => {
      if (heard.choice !== 'person') leaveFor(d);
    },
  },
  {
    id: 'thirdPartyDanger',
    kind: 'choice',
    ask: asks('X12A'),
    whenSkipped: 'unsure',
    heard: (d, heard) => {
      if (heard.choice === 'yes') {
        say(d, part('W-THIRD-999'));
        leaveNote(d, 'thirdParty', 'P1');
      }
      if (heard.choice === 'unsure') leaveNote(d, 'thirdParty', 'P2');
      askFirst(d, 'thirdPartyHelp');
    },
  },
  {
    id: 'thirdPartyHelp',
    kind: 'choice',
    ask: asks('X12B'),
    whenSkipped: 'no',
    heard: (d, heard) => {
      if (heard.choice === 'yes') passToPerson(d, 'thirdParty', 'P3');
      // the writer's own question comes next, before any other
      put(d, { agenda: ['thirdPartySelf', ...d.state.agenda.filter((key) => key !== 'afterNote')] });
      if (d.state.agenda.includes('wayBack')) askFirst(d, 'wayBack');
    },
  },
  {
    id: 'thirdPartySelf',
    kind: 'choice',
    ask: asks('X12C'),
    whenSkipped: 'no',
    heard: (d, heard) => {
      if (heard.choice === 'yes') return;
      put(d, { mode: 'finished' });
      say(d, part('N4'));
      settle(d);
    },
  },
  {
    id: 'language',
    kind: 'text',
    ask: asks('X13'),
    heard: (d) => {
      leaveNote(d, 'language', 'P2');
      noteAndAsk(d, () => say(d, part('W-LANGUAGE-THANKS')));
    },
  },
  {
    id: 'communication',
    kind: 'choiceOrText',
    ask: asks('X14'),
    heard: (d, heard) => {
      leaveNote(d, 'communication', 'P2');
      if (heard.choice === 'bslInterpreter' && !wayBack(d)) askFirst(d, 'wayBack');
    },
  },
  {
    id: 'advice',
    kind: 'choice',
    ask: asks('X23'),
    whenSkipped: 'no',
    heard: (d, heard) => {
      if (heard.choice === 'yes') passToPerson(d, 'advice', 'P4');
    },
  },
  {
    id: 'bereaved',
    kind: 'choice',
    ask: asks('X28'),
    whenSkipped: 'notNow',
    heard: (d, heard) => {
      if (heard.choice === 'yes') passToPerson(d, 'bereavement', 'P3');
    },
  },
  {
    id: 'robot',
    kind: 'choice',
    ask: (d) => ({ parts: [part('X21', { hours: d.world.team.hours })], choices: choicesOf('X21') }),
    whenSkipped: 'keepGoing',
    heard: (d, heard) => {
      if (heard.choice === 'yes') passToPerson(d, 'asked', 'P4');
    },
  },
  {
    id: 'deleteCheck',
    kind: 'choice',
    ask: asks('X18A'),
    whenSkipped: 'no',
    heard: (d, heard) => {
      if (heard.choice === 'yes') {
        later(d, 'requestRights', { right: 'erasure', days: 30 });
        askFirst(d, 'deleteReply');
      }
    },
  },
  {
    id: 'deleteReply',
    kind: 'choiceOrText',
    ask: asks('X18B'),
    heard: (d, heard) => {
      if (heard.choice === 'useAnother') askFirst(d, 'rightsAddress');
      else say(d, part('W-RIGHTS-THANKS'));
    },
  },
  {
    id: 'rightsAddress',
    kind: 'text',
    ask: asks('W-EMAIL'),
    heard: (d) => say(d, part('W-RIGHTS-THANKS')),
  },
  {
    id: 'accessHow',
    kind: 'choiceOrText',
    ask: asks('X19'),
    heard: (d, heard) => {
      later(d, 'requestRights', { right: 'access', days: 30, how: heard.choice ?? 'words' });
      if (!wayBack(d)) leaveNote(d, 'rights', 'P4');
      noteAndAsk(d, () => say(d, part('W-RIGHTS-THANKS')));
    },
  },
  {
    id: 'complaint',
    kind: 'choiceOrText',
    ask: (d) => ({ parts: [part('X20', { by: d.world.team.replyBy.P4.text })], choices: choicesOf('X20') }),
    heard: (d, heard) => {
      if (heard.choice === 'tellYouHere') {
        askFirst(d, 'complaintWords');
        return;
      }
      const by = d.world.team.replyBy.P4;
      later(d, 'recordComplaint', { how: heard.choice ?? 'here', dueAt: by.at }, heard.text);
      leaveNote(d, 'complaint', 'P4');
      thankForComplaint(d, by.text);
    },
  },
  {
    id: 'complaintWords',
    kind: 'text',
    ask: asks('W-COMPLAINT-TELL'),
    heard: (d, heard) => {
      const by = d.world.team.replyBy.P4;
      later(d, 'recordComplaint', { how: 'here', dueAt: by.at }, heard.text);
      leaveNote(d, 'complaint', 'P4');
      thankForComplaint(d, by.text);
    },
  },
  {
    id: 'restart',
    kind: 'choice',
    ask: asks('W-RESTART'),
    whenSkipped: 'no',
    heard: (d, heard) => {
      if (heard.choice === 'yes') startFresh(d);
    },
  },
  {
    id: 'statusQuiet',
    kind: 'choice',
    ask: asks('W-STATUS-QUIET'),
    whenSkipped: 'no',
    heard: (d, heard) => {
      if (heard.choice === 'yes') showStatus(d);
    },
  },
  {
    id: 'statusNone',
    kind: 'choice',
    ask: asks('W-STATUS-NONE'),
    whenSkipped: 'carryOn',
  },
  {
    id: 'checkInAnswer',
    kind: 'choiceOrText',
    ask: asks('N5'),
    heard: (d, heard) => {
      if (heard.choice === 'no') {
        say(d, part('W-CHECK-IN-OFF'));
        settle(d);
        return;
      }
      later(d, 'recordOutcome', { what: 'checkIn', answer: heard.choice ?? 'words' }, heard.text);
      askFirst(d, 'checkInTalk');
    },
  },
  { id: 'checkInTalk', kind: 'choice', ask: asks('W-CHECK-IN-THANKS'), whenSkipped: 'no' },
  {
    id: 'okToText',
    kind: 'choice',
    // by text its answers are in its words
    ask: (d) => ({
      parts: [part('A1-OUT')],
      choices: choicesOf('A1-OUT'),
      numbered: d.state.channel === 'sms',
    }),
    heard: (d, heard) => {
      if (heard.choice === 'later' && d.state.askedFor !== null) waitForYes(d);
      else if (heard.choice === 'later') leaveFor(d);
      // what is said to a yes is the news' own conversation's to say (services/conversation)
      if (heard.choice === 'yes' && d.state.askedFor !== null) settle(d);
      if (heard.choice === 'no') {
        put(d, { contact: 'STOPPED', paused: true });
        say(d, part('X17-U'));
        settle(d);
      }
    },
  },
];

/** Nothing more is written until they do; a yes still counts whenever it comes. */
function waitForYes(d: Draft): void {
  unanswer(d, 'okToText');
  say(d, part('W-TEXT-LATER'));
  put(d, { asked: { key: 'okToText', at: d.world.now.at, message: 'A1-OUT', misses: 0 } });
  settle(d);
}

/** Start fresh: answers go, but safe contact, consent, referrals and what a human is looking at stay. */
function startFresh(d: Draft): void {
  const keep = new Set(['start', 'consent', 'consentMore', 'safeNow']);
  unanswer(d, ...Object.keys(d.state.answers).filter((key) => !keep.has(key)));
  put(d, { needs: [], options: [], matched: false, agenda: [], mode: 'bot', paused: false });
}

/** Begins with hello and consent again; what was said before stays with the team and is not shown here. */
function beginAgain(d: Draft): void {
  unanswer(d, ...Object.keys(d.state.answers));
  put(d, { needs: [], options: [], matched: false, agenda: [], mode: 'bot', paused: false, journeyKey: null });
}
