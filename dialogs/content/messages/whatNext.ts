/** What happens next (guide.md section 4 N). */
export const whatNext = {
  N1: {
    text: "Thanks {name}. {person} from our team will {method} by {by}. If you don't hear from us by then, send HELLO or call {phone}.",
  },
  N2: {
    text: "Can we send you one short message in about 2 weeks to see how it's going?",
    choices: { yes: 'Yes', no: 'No' },
  },
  N3: {
    text: 'Would you like texts about things happening near you? About 2 a month. You can stop any time.',
    choices: { yes: 'Yes', no: 'No' },
  },
  N4: {
    text: 'Thanks for talking with me. You can come back any time. Just send HELLO. Take care.',
  },
  N5: {
    text: "Hi, just checking in. How are things going? You can reply in a word, or send NO if you'd rather not.",
    choices: { better: 'Better', same: 'Same', worse: 'Worse', no: 'NO' },
  },
} as const;
