/** Needs told in passing, at any question: what says trouble by itself, and never what only sounds like it. */
import { asksForHelp, mentionedNeeds } from '../../../dialogs/needs/mentioned';

it.each([
  ['61, and paid off in June after thirty years', ['work']],
  ['Spittal for now, the landlord wants me out', ['housing']],
  ['aye keep it. am skint and the gas is off', ['money', 'essentials']],
  ["yes fine, I've nobody to talk to in here", ['loneliness']],
  ['Cathkin, three up, and my knees are done', ['physical_health']],
  ['on a tag till March so evenings only', ['justice']],
  ['waiting for my papers, so I have time', ['rights']],
  ['I look after my brother so mornings only', ['caring']],
  ['naw it is the drinking I want help with', ['addiction']],
  ['my dad is dying', ['bereavement']],
])('%s: %s', (text, needs) => expect(mentionedNeeds(text)).toEqual(needs));

it.each([
  "that's fine",
  'yeah course',
  'am at ma work till four',
  "in the dentist's waiting room",
  'as long as the polis and the social work never see it',
  'does the landlord get told',
  'who is reading this',
  'short one please, my english is small',
  "I'd rather not half do a job",
  'the library computer, nobody about',
  "I'm dying for a fag",
  'my husband is at the bowls',
])('a plain answer names none: %s', (text) => expect(mentionedNeeds(text)).toEqual([]));

it.each([
  ["housing's sorted, it's the debt I need help with", ['money']],
  ["I don't need company, I need a job", ['work']],
  ['the money is fine, I am lonely', ['loneliness']],
  ['nothing to do with the drink, I want a house', ['housing']],
  ['no worries about debts', []],
])('what they say is no need is none: %s', (text, needs) => expect(mentionedNeeds(text)).toEqual(needs));

it.each([
  'need a hand with my bills',
  'do you help with the internet',
  'I was told you run a walking group',
  'here about a job',
])('asks for something: %s', (text) => expect(asksForHelp(text)).toBe(true));
it.each([
  'aye that is fine',
  'who sees this',
  "been in care my whole life so there's a file",
  "I don't want anything kept",
])('asks for nothing: %s', (text) => expect(asksForHelp(text)).toBe(false));
