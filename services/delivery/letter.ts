/** The letter to a partner: a kind of help, a number and a link. Never a word about the person. */

export interface Letter {
  /** the same letter twice has the same id */
  readonly id: string;
  readonly kind: 'asked' | 'reminder' | 'withdrawn';
  readonly to: string;
  readonly partner: string;
  /** the partner's own name for what they do */
  readonly service: string;
  readonly ref: string;
  /** null in a letter that asks for nothing */
  readonly link: string | null;
  /** our own team's number, in every letter */
  readonly phone: string;
  /** by when an answer would be kind, as people say it; '' when none is asked */
  readonly by: string;
}

/** How a sending went. `tryAgain` is worth another go later; `refused` needs a person. */
export type Sent =
  | { readonly kind: 'delivered' }
  | { readonly kind: 'tryAgain'; readonly why: string }
  | { readonly kind: 'refused'; readonly why: string };

/** Neutral, because mail shows on screens other people see. */
export const SUBJECT = 'A note from WIN';

/** Short lines travel as they are; longer ones would be cut up on the way and look odd in an outbox file. */
const LINE = 72;

function wrapped(words: string): string {
  return words.split(' ').reduce((text, word) => {
    const line = text.slice(text.lastIndexOf('\n') + 1);
    if (line === '') return text + word;
    return line.length + 1 + word.length > LINE ? `${text}\n${word}` : `${text} ${word}`;
  }, '');
}

/** The letter's words, as plain text. */
export function letterText(letter: Letter): string {
  if (letter.kind === 'withdrawn') {
    return [
      `Hello ${letter.partner},`,
      `The person behind ${letter.ref} has changed their mind. That is fine, and it says nothing about you.`,
      'Please stop using the details we passed on, and delete them. The link we sent no longer works.',
      `If anything is not clear, our team is on ${letter.phone}.`,
      'Thank you,\nThe WIN team',
    ]
      .map(wrapped)
      .join('\n\n');
  }
  const opening =
    letter.kind === 'asked'
      ? `Someone would like your help with ${letter.service}.`
      : `We wrote to you about someone who would like your help with ${letter.service}. They are still waiting to hear.`;
  return [
    `Hello ${letter.partner},`,
    opening,
    `Please open this link to see what they chose to tell you, and to answer by ${letter.by}:`,
    letter.link ?? '',
    `The link is for you only. Please do not pass it on. The number for this is ${letter.ref}.`,
    `If anything is not clear, our team is on ${letter.phone}.`,
    'Thank you,\nThe WIN team',
  ]
    .map(wrapped)
    .join('\n\n');
}
