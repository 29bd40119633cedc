/** What each of Azure's channels can show. Buttons only where they are known to appear; everyone else gets numbered text. */
import { Channels } from 'botbuilder';

export interface Shows {
  /** the most suggested actions it shows at once; 0 is none */
  readonly buttons: number;
  /** the longest label of one that is shown whole, in characters */
  readonly title: number;
  /** "..." while we think */
  readonly typing: boolean;
  /** carries events such as `handoff.initiate` to a hub */
  readonly events: boolean;
}

const plain: Shows = { buttons: 0, title: 0, typing: false, events: false };
const chat: Shows = { ...plain, typing: true };
const page: Shows = { buttons: 100, title: 1_000, typing: true, events: true };

/**
 * Counts as in `supportsSuggestedActions` of botbuilder-dialogs 4.23 (choices/channel.ts). Title lengths: Messenger quick
 * replies and LINE quick replies cut a label after 20 characters. A channel that is not here is taken to show text alone.
 */
const table: ReadonlyMap<string, Shows> = new Map([
  [Channels.Webchat, page],
  [Channels.Directline, page],
  [Channels.Emulator, page],
  [Channels.Telegram, { ...chat, buttons: 100, title: 100 }],
  [Channels.Facebook, { ...chat, buttons: 10, title: 20 }],
  [Channels.Line, { ...plain, buttons: 13, title: 20 }],
  // only between one person and the bot, and with few
  [Channels.Msteams, { ...chat, buttons: 3, title: 60 }],
  [Channels.Slack, chat],
]);

/** What the channel shows. `conversationType` is Teams' own: there, buttons appear in a `personal` chat alone. */
export function showsOf(channelId: string, conversationType?: string): Shows {
  const shows = table.get(channelId) ?? plain;
  const crowd = channelId === Channels.Msteams && conversationType !== 'personal';
  return crowd ? { ...shows, buttons: 0, title: 0 } : shows;
}

/** Whether these labels can all be buttons there, none of them cut. None at all is no reason for buttons. */
export function showsAsButtons(shows: Shows, labels: readonly string[]): boolean {
  return labels.length > 0 && labels.length <= shows.buttons && labels.every((label) => label.length <= shows.title);
}
