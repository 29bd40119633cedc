/** Letters as mail: how one is written, how a mail server is reached, and what its refusals mean. */
import { createHash } from 'node:crypto';
import nodemailer from 'nodemailer';
import { type Letter, letterText, type Sent, SUBJECT } from './letter';

/** How a try went. */
export interface Judged {
  readonly sent: Sent;
  /** the letter was not taken. A server that fell silent may have it, so it is not tried again at once */
  readonly sure: boolean;
}

const field = (error: unknown, name: string): unknown =>
  typeof error === 'object' && error !== null ? Reflect.get(error, name) : undefined;

/** What nodemailer says went wrong (nodemailer.com/errors), as far as it decides what to do. */
export function judge(error: unknown): Judged {
  const code = String(field(error, 'code') ?? 'unknown');
  const answer = Number(field(error, 'responseCode') ?? 0);
  // a wrong password is ours to put right; the letter itself is fine
  if (code === 'EAUTH') return { sent: { kind: 'tryAgain', why: code }, sure: true };
  if (answer >= 500 && answer < 600) return { sent: { kind: 'refused', why: `${code} ${answer}` }, sure: true };
  const why = answer === 0 ? code : `${code} ${answer}`;
  return { sent: { kind: 'tryAgain', why }, sure: answer !== 0 || field(error, 'command') === 'CONN' };
}

/** The letter as nodemailer takes it. Its Message-ID comes from the letter's id, so a second copy can be told for one. */
export function mailOf(letter: Letter, from: string) {
  const name = createHash('sha256').update(letter.id).digest('hex').slice(0, 32);
  return {
    from,
    to: { name: letter.partner, address: letter.to },
    subject: SUBJECT,
    text: letterText(letter),
    messageId: `<${name}@win.letters>`,
    disableFileAccess: true,
    disableUrlAccess: true,
    headers: { 'Auto-Submitted': 'auto-generated', 'X-Auto-Response-Suppress': 'All' },
  };
}

/** A way to a mail server. `timeout`: ms it has to pick up and say hello; `patience`: ms it may be silent after that. */
export function smtpTransport(url: string, { timeout, patience }: { timeout: number; patience: number }) {
  return nodemailer.createTransport({
    url,
    connectionTimeout: timeout,
    greetingTimeout: timeout,
    socketTimeout: patience,
    dnsTimeout: timeout,
    logger: false,
  });
}
