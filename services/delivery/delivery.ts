/** Sends letters to partners: by mail when a mail server is set, else as files in an outbox folder. */
import { createHash } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import nodemailer from 'nodemailer';
import { createProvider, isResting, type ProviderSettings } from '../outside/provider';
import { type Letter, letterText, type Sent, SUBJECT } from './letter';
import { keepInOutbox } from './outbox';

export type DeliveryMode =
  /** development: every letter becomes a .eml file in this folder */
  | { readonly kind: 'outbox'; readonly folder: string }
  /** a mail server, as smtp://name:password@host:port or smtps:// */
  | { readonly kind: 'smtp'; readonly url: string };

export interface DeliverySettings {
  readonly mode: DeliveryMode;
  /** who letters are from, as MAIL_FROM */
  readonly from: string;
  /** ms a mail server has to pick up and say hello; 10 seconds when absent */
  readonly timeout?: number;
  /** ms it may be silent after that; 5 minutes when absent, for a server that has a letter may take its time to say so (RFC 5321 4.5.3.2) */
  readonly patience?: number;
  /** waits between tries, in ms; 1 and 5 seconds when absent, so three tries */
  readonly waits?: readonly number[];
  /** told when the mail server is left alone, and when it is well again */
  readonly told?: ProviderSettings['told'];
}

export interface Delivery {
  send(letter: Letter): Promise<Sent>;
}

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
function mailOf(letter: Letter, from: string) {
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

/** A mail server that fails so often in a row is left alone for a moment: letters wait on the queue. */
const FAULTS_BEFORE_REST = 8;
const REST_MS = 5_000;

function bySmtp(url: string, settings: DeliverySettings): Delivery {
  const waits = settings.waits ?? [1_000, 5_000];
  const transport = smtpTransport(url, {
    timeout: settings.timeout ?? 10_000,
    patience: settings.patience ?? 5 * 60_000,
  });
  const provider = createProvider({
    name: 'mail',
    faults: FAULTS_BEFORE_REST,
    restMs: REST_MS,
    ...(settings.told === undefined ? {} : { told: settings.told }),
  });
  const tryOnce = async (letter: Letter): Promise<Judged> => {
    try {
      await transport.sendMail(mailOf(letter, settings.from));
      return { sent: { kind: 'delivered' }, sure: true };
    } catch (error) {
      return judge(error);
    }
  };
  return {
    async send(letter) {
      let last: Judged = { sent: { kind: 'tryAgain', why: 'not tried' }, sure: true };
      for (const wait of [0, ...waits]) {
        // never at the same moment as the others that failed together (jitter)
        if (wait > 0) await pause(wait * (0.5 + Math.random() / 2));
        const tried = await provider.call(() => tryOnce(letter), { isFault: ({ sent }) => sent.kind === 'tryAgain' });
        if (isResting(tried)) return { kind: 'tryAgain', why: 'resting' };
        last = tried;
        if (last.sent.kind !== 'tryAgain' || !last.sure) break;
      }
      return last.sent;
    },
  };
}

function byOutbox(folder: string, from: string): Delivery {
  const transport = nodemailer.createTransport({ streamTransport: true, buffer: true, newline: 'unix' });
  return {
    async send(letter) {
      const { message } = await transport.sendMail(mailOf(letter, from));
      return keepInOutbox(folder, letter, message.toString());
    },
  };
}

/** The way letters leave. Never throws: what went wrong is in the answer, with no names or addresses in it. */
export function createDelivery(settings: DeliverySettings): Delivery {
  const { mode } = settings;
  return mode.kind === 'smtp' ? bySmtp(mode.url, settings) : byOutbox(mode.folder, settings.from);
}
