/** A conversation before anybody has said anything. */
import type { ChannelKind, ConversationState } from './types';

/** The empty state for a channel. */
export function newConversation(channel: ChannelKind, at: number): ConversationState {
  return {
    version: 1,
    channel,
    mode: 'bot',
    contact: 'OPEN',
    turns: 0,
    answers: {},
    asked: null,
    journeyKey: null,
    agenda: [],
    needs: [],
    options: [],
    matched: false,
    declined: [],
    struck: [],
    referrals: [],
    safety: null,
    unease: 0,
    checks: [],
    handoff: null,
    call: null,
    sorry: null,
    thread: null,
    paused: false,
    news: 0,
    repliedSinceStop: false,
    locked: false,
    left: false,
    leftAt: 0,
    byText: null,
    askedFor: null,
    lastHeardAt: at,
    nudges: 0,
    filesSince: null,
    conduct: 0,
    codeWordHash: null,
    secrets: {},
  };
}
