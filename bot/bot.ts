/** The edge to Bot Framework: an ActivityHandler that hands each activity to the conversation and sends what comes back. */
import { ActivityHandler, ActivityTypes, type TurnContext } from 'botbuilder';
import type { Reply } from '../dialogs/content/words';
import { inTime } from '../services/conversation/inTime';
import { knownActivity, readActivity } from './channels/azure/readActivity';
import { writeActivities } from './channels/azure/writeActivities';
import type { Conversations, Inbound, Say } from './channels/channel';
import { faultName } from './log';

export interface BotParts {
  readonly conversations: Pick<Conversations, 'handleTurn'>;
  /** what is said when a turn broke: the fault text and a phone number */
  readonly whenBroken: () => readonly Reply[];
  readonly log: { error(event: string, facts?: Readonly<Record<string, string>>): void };
  readonly say: Say;
  readonly numbered: (reply: Reply) => string;
  /** how long sending may take, ms */
  readonly sendWithin?: number;
}

/** Azure Bot Service gives up on us after 15 s (its own limit), so we let go of a channel that hangs before that. */
const SEND_WITHIN = 10_000;
const TYPING_WITHIN = 1_000;
const sent = {};

async function repliesTo(parts: BotParts, inbound: Inbound): Promise<readonly Reply[]> {
  try {
    const done = await parts.conversations.handleTurn(inbound);
    return done.kind === 'done' ? done.turn.replies : done.replies;
  } catch (error) {
    parts.log.error('turn.failed', { error: faultName(error) });
    return parts.whenBroken();
  }
}

/** The bot. Messages and joinings become turns; everything else is let pass. */
export function createBot(parts: BotParts): ActivityHandler {
  const bot = new ActivityHandler();
  const take = async (context: TurnContext): Promise<void> => {
    const activity = knownActivity(context.activity);
    const inbound = activity === null ? null : readActivity(activity);
    if (!inbound) return;
    // "..." while we think, where the channel shows it; a way back that is shut or slow never holds up the turn itself
    const typing =
      context.activity.deliveryMode === 'expectReplies'
        ? Promise.resolve(sent)
        : context.sendActivity({ type: ActivityTypes.Typing }).then(
            () => sent,
            () => sent,
          );
    const replies = await repliesTo(parts, inbound);
    if (replies.length === 0) return;
    await inTime(typing, TYPING_WITHIN, () => sent);
    const written = writeActivities(replies, context.activity.channelId, parts.say, parts.numbered);
    await inTime(context.sendActivities(written), parts.sendWithin ?? SEND_WITHIN, () => {
      parts.log.error('bot.send.late');
      return [];
    });
  };
  bot.onMessage(async (context, next) => {
    await take(context);
    await next();
  });
  bot.onMembersAdded(async (context, next) => {
    await take(context);
    await next();
  });
  return bot;
}
