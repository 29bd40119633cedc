/** CloudAdapter, handed activities that the route has already read and checked. */
import { type Activity, CloudAdapter, type InvokeResponse, type TurnContext } from 'botbuilder';
import type { KnownActivity } from './readActivity';

export type Answered =
  | { readonly kind: 'answered'; readonly status: number; readonly body: unknown }
  | { readonly kind: 'unknownCaller' };

/** What `validateAndFixActivity` does in botbuilder: times travel as text and are dates inside. */
function timesAsDates(activity: KnownActivity): void {
  for (const field of ['timestamp', 'localTimestamp', 'expiration']) {
    const value = activity[field];
    if (typeof value !== 'string') continue;
    activity[`raw${field[0]?.toUpperCase()}${field.slice(1)}`] = value;
    activity[field] = new Date(value);
  }
}

/** Bot Framework's AuthenticationError, which botbuilder does not export, says 401 or 403. */
const refused = (error: unknown) =>
  error instanceof Error && 'statusCode' in error && (error.statusCode === 401 || error.statusCode === 403);

/** The route's shape is the activity's own, as far as a bot may rely on it. */
function isActivity(known: KnownActivity): known is KnownActivity & Activity {
  return known.type !== '' && known.channelId !== '' && known.conversation.id !== '';
}

/**
 * As CloudAdapter.process, less its second reading of the body: it walks every activity twice with a checker it builds
 * anew each time, which cost a twelfth of a turn, and prints faults to the console.
 */
export class FrontDoorAdapter extends CloudAdapter {
  /** Runs one turn. Throws what the turn throws; a caller that may not call is a value. */
  async take(
    authorization: string,
    known: KnownActivity,
    logic: (context: TurnContext) => Promise<void>,
  ): Promise<Answered> {
    if (!isActivity(known)) return { kind: 'answered', status: 400, body: undefined };
    timesAsDates(known);
    try {
      const answer: InvokeResponse | undefined = await this.processActivity(authorization, known, logic);
      return { kind: 'answered', status: answer?.status ?? 200, body: answer?.body };
    } catch (error) {
      if (refused(error)) return { kind: 'unknownCaller' };
      throw error;
    }
  }
}
