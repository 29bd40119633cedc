/** How and when to keep in touch safely (guide.md section 4 H). */
export const keepingInTouch = {
  H1: {
    text: 'How would you like us to keep in touch?',
    choices: { text: 'Text', whatsapp: 'WhatsApp', call: 'Phone call', email: 'Email', none: "Don't contact me" },
    why: 'Your choice',
  },
  H2: {
    text: 'Is it safe for us to text or call this number?',
    choices: { yes: 'Yes', textOnly: 'Text only', callOnly: 'Call only', no: 'No' },
    why: 'So we never put you at risk',
  },
  H2B: {
    text: 'Is there a safer way to reach you? It could be another number, an email, or a place you go.',
    choices: { skip: 'Skip' },
    why: 'Keep the door open',
  },
  H3: {
    text: 'When is a good time for us to get in touch?',
    choices: { morning: 'Morning', afternoon: 'Afternoon', evening: 'Evening', anyTime: 'Any time' },
    why: "So we don't disturb you",
  },
  H3B: {
    text: 'Are there any days or times we should avoid?',
    choices: { no: 'No', skip: 'Skip' },
    why: 'Keeps you safe',
  },
  H4: {
    text: "If you don't pick up, is it OK to leave a message?",
    choices: { yes: 'Yes', no: 'No' },
    why: 'Someone else may hear it',
  },
  H5: {
    text: 'When we text, how should we start?',
    choices: { win: "Hi, it's WIN", firstName: 'A first name only', noName: 'No name at all' },
    why: 'Discreet by default',
  },
  H6: {
    text: "Is there someone you trust that we could contact if we can't reach you? You don't have to. Please check with them first.",
    choices: { no: 'No thanks', yes: 'Yes' },
    why: 'A back-up you choose',
  },
} as const;
