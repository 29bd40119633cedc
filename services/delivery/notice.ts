/** Short mails to our own team, by the same server as letters to partners, or into the outbox folder. */
import { createHash } from 'node:crypto';
import nodemailer from 'nodemailer';
import type { Sent } from './letter';
import { judge, smtpTransport } from './mail';
import type { DeliveryMode } from './methods';
import { keepFile } from './outbox';

/** One mail: the same id is the same Message-ID. */
export interface Notice {
  readonly id: string;
  readonly to: string;
  readonly subject: string;
  readonly text: string;
}

/** Our own team is told by mail and by nothing else. */
type NoticeMode = Extract<DeliveryMode, { readonly kind: 'smtp' | 'outbox' }>;

/** ms an alarm waits for a mail server before another go; the next ring comes soon anyway. */
const patience = 20_000;

/** The way notices leave. Never throws: what went wrong is in the answer. */
export function createNotices(settings: { readonly mode: NoticeMode; readonly from: string }) {
  const { mode, from } = settings;
  const mailOf = ({ id, to, subject, text }: Notice) => ({
    from,
    to: { name: '', address: to },
    subject,
    text,
    messageId: `<${createHash('sha256').update(id).digest('hex').slice(0, 32)}@win.notices>`,
    priority: 'high' as const,
    disableFileAccess: true,
    disableUrlAccess: true,
    headers: { 'Auto-Submitted': 'auto-generated' },
  });
  if (mode.kind === 'outbox') {
    const transport = nodemailer.createTransport({ streamTransport: true, buffer: true, newline: 'unix' });
    return async (notice: Notice): Promise<Sent> => {
      const { message } = await transport.sendMail(mailOf(notice));
      const name = createHash('sha256').update(notice.id).digest('hex').slice(0, 8).toUpperCase();
      return keepFile(mode.folder, `ALARM-${name}-alarm.eml`, message.toString());
    };
  }
  const transport = smtpTransport(mode.url, { timeout: 10_000, patience });
  return async (notice: Notice): Promise<Sent> => {
    try {
      await transport.sendMail(mailOf(notice));
      return { kind: 'delivered' };
    } catch (error) {
      return judge(error).sent;
    }
  };
}
