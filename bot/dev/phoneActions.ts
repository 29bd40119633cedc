/** What can be done on the phone page, read from what the page posts. */
import { z } from 'zod';
import { newMediaId } from './ids';
import { MOODS } from './inside';
import { phoneLine, phoneReach } from './phoneThreads';
import type { StandIn } from './standIn';
import { TINY_FILES } from './tinyFiles';

/** Only numbers Ofcom keeps for drama: no real person's number is ever typed here. */
const number = z.string().regex(/^\+447700900\d{3}$/);
const thread = { line: phoneLine, number };

/** The body of `POST /dev/phone/send`. */
export const phoneAction = z.discriminatedUnion('do', [
  z.object({ do: z.literal('text'), ...thread, text: z.string().trim().min(1).max(1600) }),
  z.object({ do: z.literal('tap'), ...thread, message: z.string().max(200), id: z.string().max(256) }),
  z.object({ do: z.enum(['voice', 'photo']), ...thread }),
  z.object({ do: z.literal('again') }),
  z.object({ do: z.literal('hours'), ...thread }),
  z.object({ do: z.literal('seen'), ...thread }),
  z.object({ do: z.literal('reach'), ...thread, reach: phoneReach }),
  z.object({ do: z.literal('mood'), mood: z.enum(MOODS) }),
]);
export type PhoneAction = z.infer<typeof phoneAction>;

/** `taken`: the app had the webhook; `lost`: it was refused or nobody answered; `nothing`: there was nothing to do it to. */
export type ActionDone = 'done' | 'taken' | 'lost' | 'nothing';

/** Longer than WhatsApp's window, so that it is surely shut. */
const HOURS = 25;

/** Does one thing. Never throws for what a page can ask. */
export async function act(standIn: StandIn, action: PhoneAction): Promise<ActionDone> {
  const sent = async (taken: Promise<boolean>): Promise<ActionDone> => ((await taken) ? 'taken' : 'lost');
  switch (action.do) {
    case 'text':
      return sent(standIn.say(action.line, action.number, { kind: 'text', text: action.text }));
    case 'tap': {
      const message = standIn.find(action.line, action.number)?.messages.find((one) => one.id === action.message);
      const tap = message?.taps.find((one) => one.id === action.id);
      if (message === undefined || tap === undefined) return 'nothing';
      const list = message.opens !== null;
      return sent(standIn.say(action.line, action.number, { kind: 'tap', id: tap.id, title: tap.title, list }));
    }
    case 'voice':
    case 'photo': {
      const { contentType, sha256 } = TINY_FILES[action.do];
      const mediaId = newMediaId(action.line === 'whatsappMeta' ? 'meta' : 'twilio', action.do);
      return sent(standIn.say(action.line, action.number, { kind: action.do, mediaId, contentType, sha256 }));
    }
    case 'again':
      return sent(standIn.repeat());
    case 'hours':
      standIn.hoursPass(action.line, action.number, HOURS);
      return 'done';
    case 'seen':
      standIn.seen(action.line, action.number);
      return 'done';
    case 'reach':
      standIn.setReach(action.line, action.number, action.reach);
      return 'done';
    case 'mood':
      standIn.setMood(action.mood);
      return 'done';
  }
}
