/** What phones bring and are sent: the lines we write to, messages waiting to be heard, messages waiting to go. */
import { z } from 'zod';
import { defineCollection } from '../definition';
import { carrierName, phoneKind } from './carriers';
import { moment } from './conversationState';

const id = z.string().min(1);
const rev = z.number().int().min(1);

/** One conversation this line has, by one of its channels. */
const way = z.object({
  conversationId: z.string(),
  /** when they last wrote there; WhatsApp's 24 hours run from it */
  heardAt: moment,
});

/**
 * A phone line at one carrier, under the keyed hash of both; it leads to conversations and not to a person, for phones are
 * shared. An opt-out belongs to the line: every channel of that carrier stops with it. One process at a time works on it.
 */
export const addresses = defineCollection({
  name: 'addresses',
  keptFor: {
    days: 36_500,
    why: 'the number goes with the conversation, or a day after a stop; only a stop keeps the hash, so that we never write again',
  },
  schema: z.object({
    /** keyedHash('line', carrier and number) */
    id,
    rev,
    carrier: carrierName,
    /** where to write to; null once only the stop is kept */
    address: z.string().nullable(),
    sms: way.nullable(),
    whatsapp: way.nullable(),
    stopped: z
      .object({
        at: moment,
        /** the carrier found an opt-out of its own when we sent */
        by: z.enum(['person', 'carrier']),
        /** the turn that told them we stopped; 0 when the carrier did; null while nobody has */
        told: moment.nullable(),
        /** the turn whose fixed reply to danger was the one that may go since */
        replied: moment.nullable(),
      })
      .nullable(),
    /** the next light touch after silence */
    nudge: z.object({ at: moment, step: z.union([z.literal(1), z.literal(2)]), channel: phoneKind }).nullable(),
    /** when the person who had this number left it: whoever writes from it since is somebody else; absent when nobody has */
    leftAt: moment.optional(),
    leaseBy: z.string(),
    leaseUntil: moment,
    createdAt: moment,
    updatedAt: moment,
    expiresAt: moment,
  }),
  indexes: [
    { key: { 'sms.conversationId': 1 }, serves: 'By which line can this conversation be texted?' },
    { key: { 'whatsapp.conversationId': 1 }, serves: 'By which line can this conversation be reached on WhatsApp?' },
    { key: { 'nudge.at': 1 }, serves: 'Who is due a light touch?' },
    { key: { expiresAt: 1 }, serves: 'Which addresses are past their retention?' },
  ],
  sealed: ['address'],
});
export type Line = z.infer<typeof addresses.schema>;

/** One message from a phone, safe on disk before its carrier hears "thank you". Its words go when its turn is made. */
export const inbox = defineCollection({
  name: 'inbox',
  keptFor: { days: 30, why: 'that a message was heard, so that it is not heard twice; its words go when it was' },
  schema: z.object({
    /** keyedHash('message', carrier and the carrier's id): the same message twice is one */
    id,
    rev,
    line: z.string(),
    channel: phoneKind,
    at: moment,
    /** when it was written, as far as anyone can tell; messages are heard in this order */
    writtenAt: moment,
    /** may not be joined with others: a tap, a file, a command */
    alone: z.boolean(),
    /** PhoneMessage as JSON; null once heard */
    message: z.string().nullable(),
    state: z.enum(['waiting', 'heard']),
    /** the message whose id stands for the turn this one is part of; set before the turn is made and never changed */
    turn: z.string().nullable(),
    readyAt: moment,
    expiresAt: moment,
  }),
  indexes: [
    { key: { state: 1, readyAt: 1 }, serves: 'Which messages wait to be heard?' },
    { key: { line: 1, state: 1, writtenAt: 1 }, serves: 'What waits on this line, in the order it was written?' },
    { key: { expiresAt: 1 }, serves: 'Which of these are past their retention?' },
  ],
  sealed: ['message'],
});
export type InboxItem = z.infer<typeof inbox.schema>;

/** Why a message goes out; the safe-contact rules differ. `talk`: one of the team is in the thread. */
export const why = z.enum(['answer', 'talk', 'news', 'nudge', 'stopped', 'crisis', 'template', 'ask']);
export type Why = z.infer<typeof why>;

/** One message on its way to a phone, and what became of it. */
export const outgoingMessages = defineCollection({
  name: 'outgoing',
  keptFor: { days: 90, why: 'full transcript: 90 days', hangsOn: { field: 'conversationId', goes: 'always' } },
  schema: z.object({
    /** `<id of the effect that asked for it>:<n>`: a turn's messages are the same however often they are made */
    id,
    rev,
    line: z.string(),
    conversationId: z.string(),
    carrier: carrierName,
    channel: phoneKind,
    why,
    /** when the turn was made, then its place in it: messages of a line go in this order */
    at: moment,
    n: z.number().int().min(0),
    /** Outgoing as JSON */
    message: z.string(),
    segments: z.number().int().min(0),
    /** nothing in its turn but a fixed reply to danger */
    fixedReply: z.boolean(),
    state: z.enum(['waiting', 'sending', 'unsure', 'sent', 'delivered', 'read', 'held', 'failed', 'dropped']),
    /** the carrier's code, or the rule, behind the state */
    code: z.string().nullable(),
    dueAt: moment,
    giveUpAt: moment,
    attempts: z.number().int().min(0),
    lastTriedAt: moment.nullable(),
    /** ours, given to the carrier to give back */
    ref: z.string(),
    providerId: z.string().nullable(),
    expiresAt: moment,
  }),
  indexes: [
    { key: { state: 1, dueAt: 1 }, serves: 'What is due to go?' },
    { key: { line: 1, state: 1, at: 1 }, serves: 'What waits on this line, in order?' },
    { key: { ref: 1 }, serves: 'Which message is this status about, by our own reference?' },
    { key: { providerId: 1 }, serves: 'Which message is this status about, by the id of the carrier?' },
    { key: { conversationId: 1, at: 1 }, serves: 'What was sent of one conversation, and did it arrive?' },
    { key: { expiresAt: 1 }, serves: 'Which of these are past their retention?' },
  ],
  sealed: ['message'],
});
export type OutgoingMessage = z.infer<typeof outgoingMessages.schema>;
