/** Phrases our team can put in the answer box and change. People read them, so they keep the rules of everything we say. */

export interface Phrases {
  readonly heading: string;
  readonly phrases: readonly string[];
}

export const savedPhrases: readonly Phrases[] = [
  {
    heading: 'To begin',
    phrases: [
      'Hi, I have read what you wrote, so you do not have to say it again.',
      'Is now an OK time to write?',
      'Take your time. I am here.',
      'Sorry you had to wait. I am here now.',
    ],
  },
  {
    heading: 'To listen',
    phrases: [
      'That sounds like a lot to carry.',
      'Thank you for telling me.',
      'I may not have that right. Can you tell me a bit more?',
      'What would help most today?',
      'You choose. We can stop at any point.',
    ],
  },
  {
    heading: 'To get things done',
    phrases: [
      'I can ring them for you, if you are OK with that.',
      'I can come with you the first time.',
      'I will find out and write to you here.',
      'Is it OK if I tell them your first name and what you are looking for?',
      'Would a call be easier for you?',
      'Please do not send bank details or passwords here.',
    ],
  },
  {
    heading: 'To end for now',
    phrases: [
      'I have to go soon. Is there anything else for now?',
      'I will be back here tomorrow. You can write at any time.',
      'Thank you for talking to me today. Take care of yourself.',
      'Did you get what you were looking for today?',
    ],
  },
];
