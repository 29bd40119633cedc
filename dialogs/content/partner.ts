/** The labels of what a partner can see: the person reads the same ones in the box before they say yes. */
import type { ShareKey } from '../vocabulary';

export const lineLabels: Readonly<Record<ShareKey, string>> = {
  name: 'Name',
  contact: 'Contact',
  need: 'Help with',
  words: 'Own words',
  support: 'Would help',
  when: 'Good time',
  avoid: 'Times to avoid',
  voicemail: 'Voicemail',
  texts: 'In a text',
};

/** The same lines as something to leave out; 24 letters at most. */
export const leaveOutLabels: Readonly<Record<ShareKey, string>> = {
  name: 'My name',
  contact: 'How to reach me',
  need: 'What I need help with',
  words: 'My own words',
  support: 'What would help',
  when: 'A good time',
  avoid: 'Times to avoid',
  voicemail: 'About voicemail',
  texts: 'How texts start',
};
