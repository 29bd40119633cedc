/** Passing details to one partner at a time (guide.md section 4 M). */
export const sharing = {
  M1: {
    text: "Can we pass your details to {partner}? We'd share your name, how to reach you, and that you want help with {need}. Nothing else.",
    choices: { yes: 'Yes', change: "Change what's shared", no: 'No' },
    why: 'You decide who knows what. QUIET mode: never by text; a person asks by voice',
  },
  'M1-EDIT': {
    text: 'What should we leave out? Send the numbers.\n1 My name\n2 My number\n3 What I need help with\nOr send NONE to share nothing.',
  },
  M2: {
    text: "That's fine. You can contact them yourself if you like: {partner_contact}. It won't change any other help from us.",
  },
  M3: {
    text: "OK. We've told {partner} you've changed your mind, and asked them to stop using your details. We can't take back what they already know.",
  },
} as const;
