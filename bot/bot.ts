/** The edge to Bot Framework: an ActivityHandler that hands each activity to the conversation and sends what comes back. */
import { ActivityHandler, ActivityTypes, type InvokeResponse, StatusCodes, type TurnContext } from 'botbuilder';
import { oneToOneOnly } from '../dialogs/content/troubles';
import type { Reply } from '../dialogs/content/words';
import { inTime } from '../services/conversation/inTime';
import { createHub, type HandoffParts, initiateHandoff, readHub, talkFor } from './channels/azure/handoffs';
import { isCrowd, type KnownActivity, knownActivity, readActivity, saidIn } from './channels/azure/readActivity';
import type { References } from './channels/azure/references';
import { showsOf } from './channels/azure/shows';
import { writeActivities } from './channels/azure/writeActivities';
import type { Conversations, Inbound, Say, TurnDone } from './channels/channel';
import { faultName } from './log';

export interface BotParts {
  readonly conversations: Pick<Conversations, 'handleTurn'>;
  /** what is said when a turn broke: the fault text and a phone number */
  readonly whenBroken: () => readonly Reply[];
  /** the fixed replies to danger in these words; none where there is none */
  readonly crisisFor?: (text: string) => readonly Reply[];
  readonly log: { error(event: string, facts?: Readonly<Record<string, string>>): void };
  readonly say: Say;
  readonly numbered: (replies: readonly Reply[]) => readonly string[];
  /** how long sending may take, ms */
  readonly sendWithin?: number;
  /** where the way back to each conversation is kept; without it nothing can be written first */
  readonly references?: Pick<References, 'keep'>;
  /** a hub of advisors behind the channel; without it handoff events are let pass */
  readonly handoffs?: HandoffParts;
}

/** Azure Bot Service gives up on us after 15 s (its own limit), so we let go of a channel that hangs before that. */
const SEND_WITHIN = 10_000;
const TYPING_WITHIN = 1_000;
const KEEP_WITHIN = 2_000;
const sent = {};

interface Answer {
  readonly replies: readonly Reply[];
  /** the turn behind them; null when none was made */
  readonly done: TurnDone | null;
}

const nothing: Answer = { replies: [], done: null };

/** Where others read along nothing is asked and nothing is kept: one line that says so, and help where somebody needs it now. */
async function refuseCrowd(parts: BotParts, context: TurnContext, activity: KnownActivity): Promise<void> {
  await sendReplies(parts, context, parts.crisisFor?.(saidIn(activity)) ?? []);
  await inTime(
    context.sendActivity(oneToOneOnly).then(() => sent),
    parts.sendWithin ?? SEND_WITHIN,
    () => sent,
  );
}

async function answerTo(parts: BotParts, inbound: Inbound): Promise<Answer> {
  try {
    const done = await parts.conversations.handleTurn(inbound);
    return done.kind === 'done' ? { replies: done.turn.replies, done } : { replies: done.replies, done: null };
  } catch (error) {
    parts.log.error('turn.failed', { error: faultName(error) });
    return { replies: parts.whenBroken(), done: null };
  }
}

/** "..." while we think, where the channel shows it; a way back that is shut or slow never holds up the turn itself. */
function showTyping(context: TurnContext): Promise<object> {
  const { channelId, deliveryMode } = context.activity;
  if (deliveryMode === 'expectReplies' || !showsOf(channelId).typing) return Promise.resolve(sent);
  return context.sendActivity({ type: ActivityTypes.Typing }).then(
    () => sent,
    () => sent,
  );
}

async function sendReplies(parts: BotParts, context: TurnContext, replies: readonly Reply[]): Promise<void> {
  if (replies.length === 0) return;
  const { channelId, conversation } = context.activity;
  const written = writeActivities(replies, channelId, parts.say, parts.numbered, conversation.conversationType);
  await inTime(context.sendActivities(written), parts.sendWithin ?? SEND_WITHIN, () => {
    parts.log.error('bot.send.late');
    return [];
  });
}

/** Keeps the way back. Answers in the response have none: whoever asked for them is no channel. */
async function keepWayBack(parts: BotParts, context: TurnContext, done: TurnDone): Promise<void> {
  if (!parts.references || context.activity.deliveryMode === 'expectReplies') return;
  const kept = parts.references.keep(context.activity, done.conversationId).then(() => sent);
  await inTime(kept, KEEP_WITHIN, () => {
    parts.log.error('reference.late');
    return sent;
  });
}

/** Tells the hub that this turn asked for a person, where the channel carries it that far. Our own queue has it anyway. */
async function tellHub(parts: BotParts, context: TurnContext, done: TurnDone): Promise<void> {
  if (!parts.handoffs || done.repeated || !showsOf(context.activity.channelId).events) return;
  try {
    const brief = await parts.handoffs.asked(done.conversationId);
    if (brief === null) return;
    const told = talkFor(parts.handoffs, context).then((talk) => initiateHandoff(context, brief, talk));
    await inTime(told, parts.sendWithin ?? SEND_WITHIN, () => {
      parts.log.error('handoff.late');
      return [];
    });
  } catch (error) {
    parts.log.error('handoff.untold', { error: faultName(error) });
  }
}

/** Nothing can be invoked here, and the protocol's word for that is 501; what an invoke holds is not even looked at. */
class NothingToInvoke extends ActivityHandler {
  protected override async onInvokeActivity(): Promise<InvokeResponse> {
    return { status: StatusCodes.NOT_IMPLEMENTED };
  }
}

/** The bot. Messages and joinings become turns, a hub's status becomes news; everything else is let pass. */
export function createBot(parts: BotParts): ActivityHandler {
  const bot = new NothingToInvoke();
  const hub = parts.handoffs ? createHub(parts.handoffs) : null;

  const take = async (context: TurnContext): Promise<void> => {
    const activity = knownActivity(context.activity);
    const inbound = activity === null ? null : readActivity(activity);
    if (!activity || !inbound) return;
    if (isCrowd(activity)) return refuseCrowd(parts, context, activity);
    const typing = showTyping(context);
    const answer = await answerTo(parts, inbound);
    // somebody joins a second time, or the channel says so twice: nothing said before is said again
    const { replies, done } = answer.done?.repeated && inbound.what.kind === 'hello' ? nothing : answer;
    if (replies.length > 0) await inTime(typing, TYPING_WITHIN, () => sent);
    // whether or not the words got through, the team may have to write later
    try {
      await sendReplies(parts, context, replies);
    } finally {
      if (done) await Promise.all([keepWayBack(parts, context, done), tellHub(parts, context, done)]);
    }
  };

  const takeStatus = async (context: TurnContext, activity: KnownActivity): Promise<void> => {
    const says = readHub(activity);
    if (says.kind === 'odd') parts.log.error('handoff.status.odd');
    if (says.kind !== 'status' || hub === null) return;
    try {
      const turn = await hub.take(activity, says);
      if (turn) await sendReplies(parts, context, turn.replies);
    } catch (error) {
      parts.log.error('handoff.status.failed', { error: faultName(error) });
    }
  };

  bot.onMessage(async (context, next) => {
    await take(context);
    await next();
  });
  for (const on of [bot.onMessageUpdate.bind(bot), bot.onUnrecognizedActivityType.bind(bot)])
    on(async (context, next) => {
      await take(context);
      await next();
    });
  bot.onMembersAdded(async (context, next) => {
    await take(context);
    await next();
  });
  bot.onEvent(async (context, next) => {
    const activity = knownActivity(context.activity);
    if (activity) await takeStatus(context, activity);
    await next();
  });
  return bot;
}
