/** Writes first through Azure Bot Service: to a conversation whose reference was kept. */
import { type Activity, ActivityTypes, type ResourceResponse, type TurnContext } from 'botbuilder';
import { z } from 'zod';
import type { Carrier, Cleared, Outgoing, SendResult } from '../../../services/contact/carrier';
import { mustBeCleared } from '../../../services/contact/mustBeCleared';
import { inTime } from '../../../services/conversation/inTime';
import { createProvider, isResting, type ProviderSettings } from '../../../services/outside/provider';
import type { FrontDoorAdapter } from './adapter';
import { isWayBack, type Reference, type References } from './references';
import { failedBy } from './sendFault';
import { showsAsButtons, showsOf } from './shows';

export interface AzureCarrierParts {
  readonly adapter: Pick<FrontDoorAdapter, 'continueConversationAsync'>;
  /** MicrosoftAppId; '' in development with no app, where replies go to this machine only */
  readonly appId: string;
  readonly references: Pick<References, 'get'>;
  /** how long one sending may take with its token, ms */
  readonly timeoutMs: number;
  /** told when Azure is left alone, and when it is well again */
  readonly told?: ProviderSettings['told'];
}

/** One line of a numbered choice. A label that is a number already says itself. */
function numberedLine(label: string, description: string | undefined, at: number): string {
  const words = description === undefined ? label : `${label} - ${description}`;
  return /^\d+$/.test(label) ? words : `${at + 1} ${words}`;
}

/** A message as this channel shows it: its choices as buttons where all fit, as numbered text elsewhere. */
export function proactiveActivity(
  message: Exclude<Outgoing, { kind: 'template' }>,
  reference: Pick<Reference, 'channelId' | 'conversation'>,
): Partial<Activity> {
  const base = { type: ActivityTypes.Message };
  if (message.kind === 'text') return { ...base, text: message.text };
  const choices: readonly { readonly title: string; readonly description?: string | undefined }[] =
    message.kind === 'buttons' ? message.buttons : message.rows;
  const shows = showsOf(reference.channelId, reference.conversation.conversationType);
  const labels = choices.map((choice) => choice.title);
  // a button has no room for a description, so rows that have one are written out
  const bare = choices.every((choice) => choice.description === undefined);
  if (bare && showsAsButtons(shows, labels)) {
    const actions = labels.map((label) => ({ type: 'imBack', title: label, value: label }));
    return { ...base, text: message.text, suggestedActions: { to: [], actions } };
  }
  const lines = choices.map((choice, at) => numberedLine(choice.title, choice.description, at));
  return { ...base, text: [message.text, ...lines].join('\n') };
}

const taken = z.looseObject({ id: z.string().max(500).nullish() });

/** What the channel said of one message. Some give no id: then our own reference stands for it. */
function resultOf(response: ResourceResponse | undefined, ref: string): SendResult {
  const read = taken.safeParse(response ?? {});
  if (!read.success) return { kind: 'unsure', code: 'rubbish' };
  return { kind: 'sent', providerId: read.data.id || ref };
}

/**
 * The carrier `azure`. `Where.to` is the id of a stored reference. Sends once and never throws; nothing is tried again
 * here, for the outbox does that (channel-contracts 2.3).
 */
export function createAzureCarrier({ adapter, appId, references, timeoutMs, told }: AzureCarrierParts): Carrier {
  const provider = createProvider({
    name: 'azure',
    faults: 10,
    restMs: 2_000,
    ...(told === undefined ? {} : { told }),
  });

  async function post(activity: Partial<Activity>, reference: Reference, ref: string): Promise<SendResult> {
    let result: SendResult = { kind: 'unsure', code: 'no-turn' };
    // onTurnError of the adapter would take the error for itself, so it is caught in here
    const say = async (context: TurnContext): Promise<void> => {
      // what is written first answers nothing: the id would be the made-up one of this turn
      context.onSendActivities((_context, activities, next) => {
        for (const one of activities) delete one.replyToId;
        return next();
      });
      try {
        result = resultOf(await context.sendActivity(activity), ref);
      } catch (error) {
        result = failedBy(error);
      }
    };
    if (isWayBack(reference)) await adapter.continueConversationAsync(appId, reference, say);
    return result;
  }

  async function find(id: string): Promise<Reference | SendResult> {
    try {
      return (await references.get(id)) ?? { kind: 'unreachable', code: 'no-reference' };
    } catch {
      return { kind: 'later', code: 'store-down' };
    }
  }

  return {
    name: 'azure',
    async send(cleared: Cleared): Promise<SendResult> {
      mustBeCleared(cleared);
      const { message, where, ref } = cleared;
      if (message.kind === 'template') return { kind: 'fault', code: 'no-template' };
      const reference = await find(where.to);
      if ('kind' in reference) return reference;
      const late = (): SendResult => ({ kind: 'unsure', code: 'timeout' });
      const send = () =>
        inTime(post(proactiveActivity(message, reference), reference, ref), timeoutMs, late).catch(failedBy);
      const isFault = ({ kind }: SendResult) => kind === 'later' || kind === 'unsure';
      const result = await provider.call(send, { isFault, urgent: cleared.urgent === true });
      return isResting(result) ? { kind: 'later', code: 'resting' } : result;
    },
    wasTaken: async () => ({ kind: 'unknown' }),
  };
}
