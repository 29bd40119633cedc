/** By mail: a letter is tried a few times at once, and waits on the queue while the mail server rests. */
import { setTimeout as pause } from 'node:timers/promises';
import { z } from 'zod';
import { createProvider, isResting } from '../../outside/provider';
import type { Letter } from '../letter';
import { type Judged, judge, mailOf, smtpTransport } from '../mail';
import { type Delivery, defineMethod, type MethodSettings } from './method';

/** A mail server that fails so often in a row is left alone for a moment: letters wait on the queue. */
const FAULTS_BEFORE_REST = 8;
const REST_MS = 5_000;

function bySmtp(url: string, settings: MethodSettings): Delivery {
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

export const smtp = defineMethod({
  kind: 'smtp',
  /** a mail server, as smtp://name:password@host:port or smtps:// */
  mode: z.object({ kind: z.literal('smtp'), url: z.string().min(1) }),
  open: ({ url }, settings) => bySmtp(url, settings),
});
