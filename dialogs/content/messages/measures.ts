/** Two optional questions about how life feels, in the exact standard wording (guide.md section 4 J). */
export const measures = {
  J0: {
    text: "Can I ask 2 quick questions about how life feels? It helps us see if we're any use to people. You can say no.",
    choices: { yes: 'OK', no: 'No thanks' },
    why: 'To learn if we make a difference',
  },
  J1: {
    text: 'Overall, how satisfied are you with your life nowadays? Send a number from 0 to 10. 0 is not at all satisfied and 10 is completely satisfied.',
    choices: { skip: 'Skip' },
    why: 'Used across the UK so we can compare',
  },
  J2: {
    text: 'How often do you feel lonely?',
    choices: {
      oftenOrAlways: 'Often or always',
      someOfTheTime: 'Some of the time',
      occasionally: 'Occasionally',
      hardlyEver: 'Hardly ever',
      never: 'Never',
      skip: 'Skip',
    },
    why: 'Used across the UK so we can compare',
  },
} as const;
