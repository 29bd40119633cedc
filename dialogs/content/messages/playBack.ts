/** Playing back what we heard (guide.md section 4 K). */
export const playBack = {
  K1: {
    text: "Here's what I've heard. You'd like help with {needs}. What matters most is {top}. To join in, it would help to have {support}. Have I got that right?",
    choices: { yes: 'Yes', change: 'Change something', startAgain: 'Start again' },
    why: 'Your words, checked by you',
  },
  'K1-Q': {
    text: "I've noted what you told me. Would you like to see it here, or hear it from one of our team?",
    choices: { showMe: 'Show me', team: 'Team can tell me', neither: 'Neither' },
    why: 'Keeps details off a shared phone',
  },
} as const;
