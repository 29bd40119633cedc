/** The words of an alarm to our own team: on a phone, in a mail, and on the page that stops it. Nothing about the person in any of them. */

/** What the words are made of. `event` is a code that leads to nobody by itself; `link` stops the alarm. */
export interface AlarmWords {
  readonly kind: 'danger' | 'setAside' | 'fault' | 'handoff' | 'promise';
  readonly level: string;
  readonly event: string;
  readonly link: string;
  /** how often this person has been told before */
  readonly again: number;
}

const needs: Readonly<Record<AlarmWords['kind'], string>> = {
  danger: 'Someone who wrote to us needs a person now.',
  handoff: 'Someone waits for a person of ours.',
  promise: 'Something we promised somebody is due soon.',
  setAside: 'A message to us was set aside and needs a person.',
  fault: 'Something of ours stopped and needs a person.',
};

/** The alarm as a text message: plain letters, two parts at the most. */
export function alarmText({ kind, level, event, link, again }: AlarmWords): string {
  const opening = again > 0 ? 'WIN front door, still open.' : 'WIN front door.';
  return `${opening} ${needs[kind]} Event ${event}, level ${level}. Say you have it: ${link}`;
}

/** The alarm as a push message on a device: its maker cannot read it. */
export function alarmPush({ kind, level, event, link, again }: AlarmWords) {
  const body = again > 0 ? `${needs[kind]} Nobody has taken it yet.` : needs[kind];
  return { title: ALARM_SUBJECT, body: `${body} Level ${level}.`, event, link };
}

/** What is told when our records are away: it cannot be stopped by a link, and is not repeated by itself. */
export function alarmUnkept(level: string): string {
  return `WIN front door. ${needs.danger} Level ${level}. Our records are away, so they had the crisis numbers and nothing could be kept. Please look now.`;
}

/** Whoever stands at this place of the alert list, counted from 0, as our records name them. */
export const alertPlace = (place: number): string => `alert list, place ${place + 1}`;

export const ALARM_SUBJECT = 'WIN front door: please look now';

/** The alarm as a mail, in plain text. */
export function alarmMail({ kind, level, event, link, again }: AlarmWords): string {
  return [
    'Hello,',
    again > 0 ? `${needs[kind]} Nobody has taken it yet.` : needs[kind],
    `Event ${event}\nLevel ${level}`,
    'Please open this link and say you have it. The alarm goes on until somebody does, then to the next person.',
    link,
    'The link is for you only. Nothing about the person is in this mail or behind the link.',
    'The WIN front door',
  ].join('\n\n');
}

/** To what it is about, for who has said they have it. */
export const ALARM_ONWARDS = 'Sign in and open it';

/** The page behind the link. */
export const alarmPage = {
  open: {
    heading: 'Can you take this now?',
    lines: ['Somebody of our team is needed. If you can look now, say so here and the alarm stops.'],
    button: 'Yes, I have it',
    cannot: 'If you can not, leave this page. The next person is asked soon.',
  },
  taken: {
    heading: 'Thank you, you have it',
    lines: ['The alarm has stopped. Please look now, and tell the others if that changes.'],
  },
  already: {
    heading: 'Somebody has this one',
    lines: ['The alarm has stopped. There is nothing more for you to do with this link.'],
  },
  unknown: {
    heading: 'We do not know this link',
    lines: ['It may have been cut short. Please try the whole link from the message.'],
  },
  facts: (event: string, level: string, since: string) => `Event ${event}, level ${level}, since ${since}`,
} as const;
