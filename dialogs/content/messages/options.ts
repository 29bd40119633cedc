/** Ideas that might fit (guide.md section 4 L). */
export const options = {
  L0: {
    text: "I've found some ideas for you. Is it OK to send them here?",
    choices: { yes: 'Yes', notHere: 'Not here' },
    why: 'Names of services can give things away',
  },
  L1: {
    text: 'These might fit. 1: {opt1}. 2: {opt2}. 3: {opt3}. You can pick one, more than one, or none. Which sounds OK?',
    choices: { help: 'Help me choose', none: 'None of these' },
    why: 'Choice, but not too much',
  },
  L2: {
    text: 'Would you like one of our team to talk it through with you? They know these places well.',
    choices: { yes: 'Yes please', no: 'No thanks' },
    why: 'Choosing is hard when life is hard',
  },
  L3: {
    text: "I don't have a good match yet. That's on us, not you. Can one of our team look into it and get back to you?",
    choices: { yes: 'Yes please', no: 'No thanks' },
    why: 'No dead ends',
  },
} as const;
