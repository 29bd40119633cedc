/** What the stand-in phone says of itself, beside what is written in the page. */

export const words = {
  lines: { sms: 'SMS', whatsappMeta: 'WhatsApp', whatsappTwilio: 'WhatsApp' },
  withNumber: (line: string, number: string) => `${line} from ${number}`,
  you: 'You',
  win: 'WIN',
  carrier: 'From Twilio, not from us',
  voice: '(a voice note)',
  photo: '(a photo)',
  template: 'Approved template',
  parts: (count: number) => (count === 1 ? '1 part' : `${count} parts`),
  /** how far our words got */
  ours: { queued: 'Queued', sent: 'Sent', delivered: 'Delivered', read: 'Read', failed: 'Not delivered' },
  /** how far the phone's words got */
  theirs: { queued: 'Sending', sent: 'Sending', delivered: 'WIN has it', read: 'Seen', failed: 'WIN did not take it' },
  badNumber: 'That is not a made-up number. Use +447700900 and three figures.',
  lost: 'WIN did not take that. Is the channel switched on?',
  nothing: 'There was nothing to do that to.',
  hours: 'Done. To the carrier it is 25 hours later.',
  again: 'Sent once more.',
  away: 'The server is away. This page waits for it.',
  stopped: 'Twilio holds STOP for this number: nothing can be sent to it until START.',
  never: 'This phone has not written yet.',
  open: (hours: number) =>
    `It last wrote ${hours === 0 ? 'within the hour' : `${hours} h ago`}. WhatsApp lets us write freely.`,
  shut: (hours: number) => `It last wrote ${hours} h ago. WhatsApp only lets an approved template through.`,
  noWindow: 'SMS has no 24-hour window.',
} as const;
