/** Asking, in plain words, if we may keep what people tell us (guide.md section 4 B). */
export const consent = {
  B1: {
    text: "First, about your privacy. We keep what you tell us so our small team can help you. We don't pass it on unless you say yes.",
  },
  B2: {
    text: "There's one exception. If we think you or someone else could be badly hurt, we may have to tell someone who can help. We'd try to talk to you first.",
  },
  B3: {
    text: 'You might tell us private things, like about your health or family. Is it OK for us to keep that and use it to help you? You can change your mind any time.',
    choices: { yes: "Yes, that's OK", more: 'Tell me more', no: 'No' },
    why: 'Health, family and similar details need a clear yes',
  },
  'B3-MORE': {
    text: "We're {org}. We delete chats after {ret}, unless you join in or we must keep something for safety. You can see it, fix it or have it deleted. More: {link}. OK to go on?",
    choices: { yes: "Yes, that's OK", no: 'No', person: 'Talk to a person' },
    why: 'Detail for those who want it',
  },
  'B3-NO': {
    text: "That's fine. We won't keep this chat. I can still tell you what's on near you, with no details needed. Or you can call us on {phone}. What would you like?",
    choices: { whatsOn: "What's on", call: 'Call you', leave: 'Leave it' },
    why: 'No consent must not mean no help',
  },
  B4: {
    text: 'How old are you? This helps us get you the right kind of support.',
    choices: { under16: 'Under 16', age16to17: '16 or 17', over18: '18 or over' },
    why: 'Different safety rules under 18',
  },
} as const;
