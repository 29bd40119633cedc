/** What is not part of the talk: a page opened, a stop taken back, words while a person is on the way, a file. */
import type { Catalogue } from '../catalogue/question';
import { part } from '../content/copy';
import { askFirst, type Draft, put, say, settle } from '../draft';
import { answered } from '../facts';
import { leaveNote } from '../handOver';
import { putQuestion } from '../journey';
import { leaveQuietly } from '../leaving';
import { obey } from '../obey';
import { noteAgain } from '../risk/hold';
import type { Words } from '../risk/words';
import type { Reading } from '../types';

/** The page opened, or a channel said somebody joined. */
export function hearHello(d: Draft, catalogue: Catalogue): void {
  if (d.state.contact === 'STOPPED') {
    settle(d);
    return;
  }
  const key = d.state.asked?.key;
  if (key !== undefined && !answered(d, key)) {
    putQuestion(d, catalogue, key, true);
    settle(d);
  }
}

/** After STOP only START or HELLO opens the door again, and safety is asked first. */
export function reopen(d: Draft, reading: Reading): void {
  if (reading.command === 'start' || reading.command === 'resume') {
    put(d, { contact: 'QUIET', paused: false, agenda: d.state.locked ? ['okTime'] : ['returnSafe', 'returnHow'] });
    return;
  }
  settle(d);
}

/** A person of the team is on the way: what they add is kept, and every way out works. */
export function hearWhileWaiting(d: Draft, heard: Words, catalogue: Catalogue): void {
  const command = heard.reading.command;
  if (heard.reading.moments.includes('someone_coming')) {
    leaveQuietly(d);
    return;
  }
  if (command === 'pause' && d.state.safety) {
    noteAgain(d, heard);
    say(d, part('W-ADDED'));
  } else if (command === 'stop' || command === 'wrong_number' || command === 'pause' || command === 'status') {
    obey(d, command, catalogue);
  } else if (command === 'resume') {
    put(d, { mode: 'bot' });
    return;
  } else say(d, part('W-ADDED'));
  settle(d);
}

/** A voice note, a picture, or something nobody here can open (guide.md X7, X8). */
export function hearFile(d: Draft, media: 'voice' | 'picture' | 'other'): void {
  // pictures sent one after the other are asked about, and deleted, together; those from before other talk are not
  const asked = d.state.asked?.key;
  if (asked !== 'picture' && asked !== 'voiceNote') put(d, { filesSince: null });
  if (media === 'voice') {
    // the team listens whatever they answer, and if they never do
    leaveNote(d, 'media', 'P2');
    askFirst(d, 'voiceNote');
  } else if (media === 'picture') {
    put(d, { filesSince: d.state.filesSince ?? d.world.now.at });
    askFirst(d, 'picture');
  } else {
    leaveNote(d, 'media', 'P2');
    say(d, part('W-FILE'));
  }
}
