/** Every message there is as a reply, with long but real values and all the choices it can come with. */
import { choicesOf, type MessageId, messages } from '../../../dialogs/content/copy';
import type { Reply } from '../../../dialogs/content/words';

const sample: Readonly<Record<string, string>> = {
  name: 'Margaret',
  needs: 'your home and money',
  top: 'your home',
  support: 'bus fare',
  opt1: 'Money desk',
  opt2: 'Home help desk',
  opt3: 'Plain advice',
  opt: 'One to one talk with Green Gate Garden',
  partner: 'Green Gate Garden',
  partner_contact: '01632 960103',
  need: 'your home',
  person: 'Morag',
  words: 'I can ring you on Tuesday, if that suits you.',
  method: 'text you',
  by: '5pm Friday',
  phone: '01632 960 100',
  email: 'hello@win.example.org',
  open: 'today at 9am',
  hours: 'Monday to Friday, 9am to 5pm',
  mins: '10',
  org: 'What I Need in Life',
  ret: '30 days',
  link: 'win.example.org/privacy',
  home_day: '0303 123 1012',
  home_ooh: '0800 24 20 24',
  sw_number: '0303 123 1008',
  lines: 'Name: Margaret\nContact: text, 07700 900123\nHelp with: your home',
  ref: 'WIN-7F3K4',
  reason: 'what they do is set up for something a bit different',
  state: 'has you on a waiting list',
  next: 'They will be in touch by 5pm Wednesday 25 November.',
  phrase: 'heather kingfisher marmalade',
  count: '12',
  why: 'So we can act fast if it is urgent',
  n: '1',
  service: 'One to one talk',
  line: 'A half hour talk with one person, weekdays 9am, free',
  list: 'One to one talk: 01632 960103\nGentle moving: 01632 960111',
};

export const isMessageId = (id: string): id is MessageId => Object.hasOwn(messages, id);
export const allMessageIds: readonly MessageId[] = Object.keys(messages).filter(isMessageId);

/** Choices that the questions add to those of the content: a number for each idea, the points of a scale. */
const added: Readonly<Record<string, readonly string[]>> = {
  'W-TWO-OPTIONS': ['Money desk', 'Home help desk'],
  'W-OPTIONS': ['Money desk', 'Home help desk', 'Plain advice'],
  'W-ONE-OPTION': ['Yes please'],
  J1: ['0', '1', '2', '3', '4', '5', '6', '7', '8', '9', '10'],
};

/** The reply a message makes when it is asked. */
export function replyOf(id: MessageId): Reply {
  const more = (added[id] ?? []).map((label) => ({ id: `sample:${label}~${label}`, label }));
  const own = choicesOf(id).map((choice) => ({ id: `sample~${choice.id}`, label: choice.label }));
  return { parts: [{ id, params: sample }], choices: [...more, ...own], many: false, from: 'bot', toGo: 4 };
}
