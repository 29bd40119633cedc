/** WhatsApp through Meta's Cloud API: sends a message, and shows that one was seen (channel-contracts 4.7). */
import { z } from 'zod';
import type { Carrier, SendResult } from '../../../services/contact/carrier';
import { mustBeCleared } from '../../../services/contact/mustBeCleared';
import type { Log } from '../../log';
import { actOf } from './errors';
import { callGraph, createMeta, type GraphAnswer, type GraphSettings, readGraphError } from './graph';
import { type TemplateName, writeMessage } from './writeMessage';

export interface MetaCarrierSettings extends Omit<GraphSettings, 'apiBase'> {
  /** Meta's id of our number: digits, and not the number itself */
  readonly phoneNumberId: string;
  /** https://graph.facebook.com unless something stands in for it */
  readonly apiBase?: string;
  /** null: outside the 24 hours nothing can be sent */
  readonly template: TemplateName | null;
  /** for one send; ten seconds unless said otherwise */
  readonly timeoutMs?: number;
  readonly log: Pick<Log, 'warn'>;
}

const taken = z.object({ messages: z.array(z.object({ id: z.string().min(1).max(500) })).min(1) });

/** A read mark is a kindness: nobody waits for it longer than this. */
const NOTICE_WITHIN = 3_000;

/** The carrier. `send` makes one call and never tries again by itself; a message that was not cleared makes it reject. */
export function createMetaCarrier(settings: MetaCarrierSettings): Carrier {
  const { phoneNumberId, template, timeoutMs = 10_000, log } = settings;
  const provider = settings.provider ?? createMeta();
  const graph: GraphSettings = { ...settings, provider, apiBase: settings.apiBase ?? 'https://graph.facebook.com' };
  const post = (body: unknown, within: number, urgent = false) =>
    callGraph(graph, { method: 'POST', path: `${phoneNumberId}/messages`, body, timeoutMs: within, urgent });

  return {
    name: 'meta',
    async send(cleared) {
      mustBeCleared(cleared);
      const written = writeMessage(cleared, template);
      if (written.kind === 'fault') return written;
      const answer = await post(written.body, timeoutMs, cleared.urgent === true);
      const result = readSendAnswer(answer);
      if (result.kind !== 'sent') {
        const trace = answer.kind === 'answered' ? readGraphError(answer.body).trace : null;
        log.warn('whatsapp.send.failed', { result: result.kind, code: result.code, ...(trace ? { trace } : {}) });
      }
      return result;
    },
    /** Two blue ticks and "typing", for up to 25 seconds or until we answer. The id holds their number: it is never logged. */
    async noticed(messageId) {
      const typing = { status: 'read', message_id: messageId, typing_indicator: { type: 'text' } };
      const answer = await post({ messaging_product: 'whatsapp', ...typing }, NOTICE_WITHIN);
      if (answer.kind === 'answered' && answer.status === 200) return;
      const { code } = answer.kind === 'answered' ? actOf(readGraphError(answer.body).code, answer.status) : answer;
      log.warn('whatsapp.noticed.failed', { code });
    },
    // there is no list of sent messages to look in, and no key that would make a second try safe
    wasTaken: () => Promise.resolve({ kind: 'unknown' }),
  };
}

/** What the answer to a send means. A 200 we cannot read may well have been taken, so it is `unsure`. */
function readSendAnswer(answer: GraphAnswer): SendResult {
  if (answer.kind === 'notSent') return { kind: 'later', code: answer.code };
  if (answer.kind === 'lost') return { kind: 'unsure', code: answer.code };
  if (answer.status >= 200 && answer.status < 300) {
    const id = taken.safeParse(answer.body).data?.messages[0]?.id;
    return id === undefined ? { kind: 'unsure', code: 'rubbish' } : { kind: 'sent', providerId: id };
  }
  const act = actOf(readGraphError(answer.body).code, answer.status);
  return act.kind === 'later' && answer.afterMs !== null ? { ...act, afterMs: answer.afterMs } : act;
}
