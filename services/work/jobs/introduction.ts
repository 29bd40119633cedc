/** One step of one introduction: the letter, the reminder, our team, another idea. Partners' mail is slow, so nothing else waits for it. */
import { z } from 'zod';
import type { Step } from '../../referrals/deps';
import { NEXT_ACTIONS } from '../../referrals/referral';
import { defineJob, done } from '../job';
import type { JobPorts } from '../ports';
import type { Queue } from '../queue';

export const introduction = defineJob({
  kind: 'introduction',
  data: z.object({ referralId: z.string().min(1), action: z.enum(NEXT_ACTIONS), at: z.number() }),
  concurrency: 16,
  do: async (step, ports: JobPorts) => {
    const news = await ports.referrals.step(step);
    if (news !== null) await ports.tellNews(news);
    return done;
  },
});

/** Puts a step on the queue: the same step of the same introduction is one job, whoever asks. */
export async function later(queue: Pick<Queue, 'enqueue'>, { referralId, action, at }: Step): Promise<null> {
  await queue.enqueue({
    id: `introduction:${referralId}:${action}:${at}`,
    kind: introduction.kind,
    data: { referralId, action, at },
  });
  return null;
}
