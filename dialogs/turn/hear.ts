/** What was said, heard in the order that keeps people safe: danger before a stop, a stop before a question. */
import { asksOfCall, hearOfCall } from '../booking';
import type { Catalogue } from '../catalogue/question';
import { type Draft, keepSecret, later, put } from '../draft';
import { giveNothingAway, leaveQuietly } from '../leaving';
import { hearLetDown, hearReference } from '../letDown';
import { saysStop } from '../listen/ownReading';
import { obey } from '../obey';
import { questionOpen } from '../openQuestion';
import { sorryFirst } from '../promised';
import { hearAfterStop } from '../risk/afterStop';
import { carryUnease, checkToAsk, noteWorry } from '../risk/checks';
import { bidsGoodbye } from '../risk/goodbye';
import { hearDanger } from '../risk/hearDanger';
import { asStranger } from '../stranger';
import type { Said } from '../types';
import { hearBesideAdvisor } from '../withAdvisor';
import { hearFile, hearHello, hearWhileWaiting, reopen } from './arriving';
import { hearChoice } from './choice';
import { CONTROL, wordsBeforeButton } from './tap';
import { hearText } from './text';
import { hearThenCheck, plainAnswer } from './worry';

/** After this long a greeting first asks if it is a good time: the phone may be in other hands (guide.md X4A). */
const AWAY_MS = 24 * 60 * 60 * 1000;

export function hear(d: Draft, given: Exclude<Said, { kind: 'happened' }>, catalogue: Catalogue): void {
  const said = wordsBeforeButton(d.state, given);
  const away = d.world.now.at - Math.max(d.state.lastHeardAt, d.state.asked?.at ?? 0);
  const first = d.state.turns === 1;
  put(d, { lastHeardAt: d.world.now.at, nudges: 0, channel: d.world.channel });
  // the number they write from now, never one of another channel
  if (d.state.secrets['thisNumber'] !== d.world.number) keepSecret(d, 'thisNumber', d.world.number ?? null);
  if (d.state.mode === 'advisor') {
    hearBesideAdvisor(d, said, CONTROL);
    return;
  }
  if (said.kind === 'hello') {
    hearHello(d, catalogue);
    return;
  }
  if (said.kind === 'choice') {
    if (said.beside !== undefined && hearDanger(d, said.beside)) return;
    if (!said.id.startsWith(CONTROL)) sorryFirst(d);
    hearChoice(d, said.id, said.label, catalogue, said.beside);
    return;
  }
  if (said.kind === 'text' && said.isCodeWord) {
    d.hideSaid = true;
    giveNothingAway(d, 'code word');
    return;
  }
  const words =
    said.kind === 'media'
      ? { text: said.caption, reading: said.reading }
      : { text: said.text, reading: said.reading, crossed: said.crossed === true };
  const heard = first && d.state.askedFor === null ? asStranger(words) : words;
  if (hearDanger(d, heard)) return;
  if (d.state.contact === 'STOPPED') {
    if (hearAfterStop(d, heard)) return;
    reopen(d, heard.reading);
    return;
  }
  if (d.state.mode === 'waiting') {
    hearWhileWaiting(d, heard, catalogue);
    return;
  }
  if (said.kind === 'media') {
    later(d, 'alert', { to: 'duty', why: `media:${said.media}`, level: 'P2', riskId: '' });
    hearFile(d, said.media);
    return;
  }
  if (said.kind === 'text' && hearReference(d, heard.text, said.elsewhere)) return;
  // after long the phone may be in other hands: only a no is heard at once
  if ((away <= AWAY_MS || asksOfCall(heard.text) === 'off') && hearOfCall(d, heard.text)) return;
  if (hearLetDown(d, heard.text, heard.reading, away > AWAY_MS)) return;
  const { command } = heard.reading;
  if (away > AWAY_MS && (command === 'stop' || command === 'wrong_number')) {
    // a stop is a stop, however long they were away
    obey(d, command, catalogue);
    return;
  }
  if (away > AWAY_MS && !first) {
    // what they asked for is told once it is an OK time
    const ofCall = d.state.call !== null && asksOfCall(heard.text) !== null;
    keepSecret(d, 'wanted', command === 'status' || ofCall ? 'status' : null);
    put(d, { paused: false, agenda: d.state.safety?.holds ? ['returnSafe'] : ['returnSafe', 'returnHow'] });
    return;
  }
  // "got to go" from somebody in danger is a goodbye to be answered, not somebody at the door
  const goodbyeInDanger = bidsGoodbye(d, command) !== null;
  // "I want to stop", asked what should be different about drink, is nobody at the door
  const aboutDrink = d.state.asked?.key === 'detailDrinkDrugsGoal' && questionOpen(d);
  if (!first && !goodbyeInDanger && !aboutDrink && heard.reading.moments.includes('someone_coming')) {
    leaveQuietly(d);
    return;
  }
  if (command !== 'stop' && command !== 'wrong_number' && !saysStop(heard.text)) sorryFirst(d);
  const worry = checkToAsk(d, heard);
  carryUnease(d, heard);
  if (worry && plainAnswer(d, heard, worry, catalogue)) {
    // a plain answer to a plain question: what the model felt in it is for a person to read, not to ask about
    noteWorry(d, worry);
    hearText(d, heard, first, catalogue);
  } else if (worry) hearThenCheck(d, heard, worry, () => hearText(d, heard, first, catalogue));
  else hearText(d, heard, first, catalogue);
}
